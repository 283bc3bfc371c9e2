package dev.spacesbot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The finer points of single sections. Every file but for the section in question is fine. */
class ConfigSectionsTest {

    @TempDir
    private Path folder;

    @Test
    void wantsAllOfAClientOrNothing() {
        assertThat(reportOnAuth("{type: oauth, clientId: c, displayName: y}")).isEqualTo("""
                        bot.yaml has 3 problems:
                          line 3, column 7: 'auth.clientSecret' is missing: renewing a token takes all of clientId, clientSecret, refreshToken
                          line 3, column 7: 'auth.refreshToken' is missing: renewing a token takes all of clientId, clientSecret, refreshToken
                          line 3, column 34: 'auth.displayName' does not go with a refresh token, which brings its own tokens""");
    }

    @Test
    void wantsATokenOfThisType() {
        assertThat(reportOnAuth("{type: jwt}")).isEqualTo("""
                        bot.yaml has 1 problem:
                          line 3, column 7: 'auth.token' is missing: a ready token, such as "${SPACES_TOKEN}\"""");
    }

    @Test
    void wantsAType() {
        assertThat(reportOnAuth("{tokn: token-of-ann}")).isEqualTo("""
                        bot.yaml has 2 problems:
                          line 3, column 7: 'auth.type' is missing: jwt, oauth, service_app or anonymous
                          line 3, column 8: unknown key 'tokn' in 'auth'; did you mean 'token'?""");
    }

    @Test
    void showsNoTokenThatStandsInTheWrongPlace() {
        assertThat(reportOnAuth("{type: token-of-ann, token: 'token of ann', tokenType: 'token of ann'}"))
                .isEqualTo("""
                        bot.yaml has 2 problems:
                          line 3, column 35: 'auth.token' holds white space or letters that no token has
                          line 3, column 51: 'auth.tokenType' must be one word of letters, digits, _ and -""");
    }

    @ParameterizedTest
    @CsvSource({
        "https://s.example.com/chat, https://s.example.com",
        "wss://s.example.com:8443/, https://s.example.com:8443",
        "WS://LOCALHOST:9, http://LOCALHOST:9",
        "http://127.1.2.3, http://127.1.2.3",
        "http://[0:0:0:0:0:0:0:1]:80, http://[0:0:0:0:0:0:0:1]:80",
    })
    void takesAddressesAsPeopleWriteThem(String written, String read) {
        YamlFixture file = fileWithService("{socketUrl: \"" + written + "\"}");

        BotConfig config = file.read(Map.of());

        assertThat(config.service().socketUrl()).hasToString(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.evil.example", "http://localhost.evil.example", "ws://[::2]", "http://10.0.0.1"})
    void takesNoUnencryptedAddressFromAfar(String url) {
        assertThat(fileWithService("{apiUrl: \"" + url + "\"}").report(Map.of()))
                .contains("'service.apiUrl' would send the token unencrypted to ");
        assertThat(fileWithService("{apiUrl: \"" + url + "\", allowInsecure: true}")
                        .read(Map.of())
                        .service()
                        .allowInsecure())
                .isTrue();
    }

    @Test
    void tellsWhatIsNoAddress() {
        String service = """

                  socketUrl: wss://s.example.com/elsewhere
                  apiUrl: https://s.example.com/api?token=token-of-ann
                  accountsUrl: s.example.com
                  allowInsecure: perhaps
                """;

        assertThat(fileWithService(service).report(Map.of())).isEqualTo("""
                        bot.yaml has 4 problems:
                          line 5, column 3: 'service.socketUrl' must end after the host and port, or in /chat
                          line 6, column 3: 'service.apiUrl' must have no user, no ? and no #; the token belongs to 'auth'
                          line 7, column 3: 'service.accountsUrl' must be an address that begins with https://, wss://, http:// or ws:// and a host
                          line 8, column 18: 'service.allowInsecure' must be true or false; found 'perhaps'""");
    }

    @Test
    void tellsAnchorsThatContainThemselves() {
        assertThat(fileWith("settings: &a\n  b: *a\n").report(Map.of())).isEqualTo("""
                        bot.yaml has 1 problem:
                          line 4, column 11: what stands here contains itself""");
    }

    @Test
    void endsSoonWhereAliasesMultiply() {
        StringBuilder yaml = new StringBuilder("settings:\n  a0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            yaml.append("  a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(fileWith(yaml.toString()).report(Map.of()))
                .isEqualTo("bot.yaml: this is not YAML: "
                        + "Number of aliases for non-scalar nodes exceeds the specified max=20");
    }

    @Test
    void endsSoonWhereNestingIsDeep() {
        assertThat(fileWith("settings: " + "[".repeat(10_000)).report(Map.of()))
                .isEqualTo("bot.yaml: this is not YAML: Nesting Depth exceeded max 30");
    }

    private String reportOnAuth(String auth) {
        return YamlFixture.in(folder, "handlers: com.example.greeter\nspaces: all\nauth: " + auth + "\n")
                .report(Map.of());
    }

    @Test
    void whoHasASocketElsewhereHasTheRestThereToo() {
        Service service = fileWithService("{socketUrl: \"http://127.0.0.1:7000/chat\"}")
                .read(Map.of())
                .service();

        assertThat(service)
                .isEqualTo(new Service(
                        URI.create("http://127.0.0.1:7000"),
                        URI.create("http://127.0.0.1:7000/api"),
                        URI.create("http://127.0.0.1:7000"),
                        false));
    }

    private YamlFixture fileWithService(String service) {
        return fileWith("service: " + service + "\n");
    }

    private YamlFixture fileWith(String section) {
        return YamlFixture.in(
                folder, "handlers: com.example.greeter\nspaces: all\nauth: {type: anonymous}\n" + section);
    }
}
