package dev.spacesbot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReportTest {

    /** A whole file but for what a test adds. */
    private static final String FINE = """
            handlers: [com.example.greeter]
            spaces: [60aa11bb22cc33dd44ee5501]
            auth: {type: anonymous}
            """;

    @TempDir
    private Path folder;

    @Test
    void tellsEightMistakesAtOnce() {
        String yaml = """
                name: greeter
                handler: [com.example.greeter]
                spaces: [60aa, 60aa11bb22cc33dd44ee5501, 60aa11bb22cc33dd44ee5501]
                auth:
                  type: jtw
                  token: ${SPACES_TOKEM}
                service:
                  apiUrl: http://spaces.example.com/api
                pace:
                  eventsPerMinute: fast
                settings: nothing yet
                """;

        assertThat(report(yaml, Map.of("SPACES_TOKEN", "token-of-ann"))).isEqualTo("""
                        bot.yaml has 8 problems:
                          line 2, column 1: unknown key 'handler'; did you mean 'handlers'?
                          line 3, column 10: '60aa' is not a space id: 24 hexadecimal digits, as the command 'spaces' shows them
                          line 3, column 42: space 60aa11bb22cc33dd44ee5501 stands twice; the first is in line 3
                          line 5, column 9: 'auth.type' is jwt, oauth, service_app or anonymous; did you mean jwt?
                          line 6, column 10: environment variable SPACES_TOKEM is not set; did you mean SPACES_TOKEN?
                          line 8, column 3: 'service.apiUrl' would send the token unencrypted to spaces.example.com; use https, or set 'service.allowInsecure: true'
                          line 10, column 20: 'pace.eventsPerMinute' must be a whole number, 0 or more; found 'fast'
                          line 11, column 11: 'settings' must be a section; found 'nothing yet'""");
    }

    @Test
    void givesTheProblemsAsValuesToo() {
        YamlFixture file = YamlFixture.in(folder, FINE + "nmae: greeter\n");

        BotConfigException report = catchThrowableOfType(BotConfigException.class, () -> file.read(Map.of()));

        assertThat(report.problems()).containsExactly(new Problem(4, 1, "unknown key 'nmae'; did you mean 'name'?"));
    }

    @Test
    void tellsWhatIsMissing() {
        assertThat(report("name: greeter\n", Map.of())).isEqualTo("""
                        bot.yaml has 3 problems:
                          line 1, column 1: 'auth' is missing: how the bot proves who it is, such as {type: jwt, token: "${SPACES_TOKEN}"}
                          line 1, column 1: 'handlers' is missing: the packages to scan for handlers, such as [com.example.greeter]
                          line 1, column 1: 'spaces' is missing: a list of space ids, which the command 'spaces' shows, or the word all""");
    }

    @Test
    void tellsWhatIsEmpty() {
        String yaml = """
                name: " "
                handlers: []
                spaces:
                auth:
                  type: jwt
                  token: ""
                service:
                  socketUrl: " "
                """;

        assertThat(report(yaml, Map.of())).isEqualTo("""
                        bot.yaml has 5 problems:
                          line 1, column 7: 'name' is empty
                          line 2, column 11: 'handlers' is empty: the packages to scan for handlers, such as [com.example.greeter]
                          line 3, column 1: 'spaces' is empty: a list of space ids, which the command 'spaces' shows, or the word all
                          line 6, column 10: 'auth.token' is empty
                          line 8, column 14: 'service.socketUrl' is empty""");
    }

    @Test
    void tellsWrongTypesWithoutHidingTheRest() {
        String yaml = """
                name: [greeter]
                handlers: {package: com.example}
                spaces: {id: 60aa11bb22cc33dd44ee5501}
                auth: token-of-ann
                service: [here]
                pace: 200
                settings: [1]
                colour: blue
                """;

        assertThat(report(yaml, Map.of())).isEqualTo("""
                        bot.yaml has 8 problems:
                          line 1, column 7: 'name' must be a text; found a list
                          line 2, column 11: 'handlers' must be a list: the packages to scan for handlers, such as [com.example.greeter]; found a section
                          line 3, column 9: 'spaces' must be a list of space ids, which the command 'spaces' shows, or the word all; found a section
                          line 4, column 7: 'auth' must be a section with type, token, tokenType, clientId, clientSecret, refreshToken, displayName; found a text
                          line 5, column 10: 'service' must be a section with socketUrl, apiUrl, accountsUrl, allowInsecure; found a list
                          line 6, column 7: 'pace' must be a section with eventsPerMinute; found a text
                          line 7, column 11: 'settings' must be a section; found a list
                          line 8, column 1: unknown key 'colour'; known are name, handlers, spaces, auth, service, pace, addressed, help, typing, zone, errors, catchUp, loopGuard, commands, store, http, settings""");
    }

    @Test
    void tellsWhatIsWrongInLists() {
        String yaml = """
                handlers: [com/example, [a], "${PACKAGE}"]
                spaces:
                  - all
                  - {id: 60, pasword: 1}
                  - {password: 1}
                  - "${SPACE}"
                  -
                auth: {type: anonymous}
                """;

        assertThat(report(yaml, Map.of("PACKAGE", "1.2", "SPACE", "id-of-space")))
                .isEqualTo("""
                        bot.yaml has 9 problems:
                          line 1, column 12: 'com/example' is not the name of a package, such as com.example.greeter
                          line 1, column 25: 'handlers' must be a text; found a list
                          line 1, column 30: the value of '${PACKAGE}' is not the name of a package, such as com.example.greeter
                          line 3, column 5: 'all' stands alone, without a list: 'spaces: all'
                          line 4, column 10: '60' is not a space id: 24 hexadecimal digits, as the command 'spaces' shows them
                          line 4, column 14: unknown key 'pasword' in 'spaces'; did you mean 'password'?
                          line 5, column 5: 'spaces.id' is missing: 24 hexadecimal digits, as the command 'spaces' shows them
                          line 6, column 5: the value of '${SPACE}' is not a space id: 24 hexadecimal digits, as the command 'spaces' shows them
                          line 7, column 4: 'spaces' must be a text; found nothing""");
    }

    @Test
    void tellsKeysThatStandTwice() {
        assertThat(report(FINE + "spaces: all\n<<: {name: x}\n? [a]\n: b\n", Map.of()))
                .isEqualTo("""
                        bot.yaml has 3 problems:
                          line 4, column 1: key 'spaces' stands twice; the first is in line 2
                          line 5, column 1: '<<' is not supported; write the entries out
                          line 6, column 3: a key must be a word; found a list""");
    }

    @Test
    void tellsThatAFileIsNotThere() {
        YamlFixture file = new YamlFixture(folder.resolve("bot.yaml"));

        assertThat(file.report(Map.of())).isEqualTo("bot.yaml: there is no such file");
    }

    @Test
    void tellsThatAFileIsADirectory() {
        YamlFixture file = new YamlFixture(folder);

        assertThat(file.report(Map.of())).isEqualTo("bot.yaml: the file cannot be read: it is a directory");
    }

    @Test
    void tellsThatAFileIsEmpty() {
        assertThat(report("# nothing but words\n", Map.of()))
                .isEqualTo("bot.yaml: the file is empty; it needs at least handlers, spaces and auth");
    }

    @Test
    void tellsThatAFileIsNotText() throws IOException {
        Files.write(folder.resolve("bot.yaml"), "naïve".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(new YamlFixture(folder.resolve("bot.yaml")).report(Map.of()))
                .isEqualTo("bot.yaml: the file is not text in UTF-8");
    }

    @Test
    void tellsThatAFileIsTooLarge() {
        assertThat(report("# ".repeat(600_000), Map.of())).isEqualTo("bot.yaml: the file is larger than 1 MB");
    }

    @Test
    void tellsThatAFileIsNoMapping() {
        assertThat(report("- a\n- b\n", Map.of())).isEqualTo("""
                        bot.yaml has 1 problem:
                          line 1, column 1: must consist of 'key: value' lines; found a list""");
    }

    private String report(String yaml, Map<String, String> environment) {
        return YamlFixture.in(folder, yaml).report(environment);
    }
}
