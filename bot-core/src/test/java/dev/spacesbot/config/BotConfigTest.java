package dev.spacesbot.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.event.Role;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.handler.Addressed;
import dev.spacesbot.handler.Limit;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotConfigTest {

    private static final String SPACE = "60aa11bb22cc33dd44ee5501";
    private static final String OTHER = "60aa11bb22cc33dd44ee5502";

    private static final String EVERY_KEY = """
                name: todo
                handlers:
                  - com.example.todo
                  - com.example.more
                spaces:
                  - 60AA11BB22CC33DD44EE5501
                  - {id: 60aa11bb22cc33dd44ee5502, password: 0123}
                auth:
                  type: oauth
                  clientId: client
                  clientSecret: ${file:secrets/client}
                  refreshToken: ${REFRESH}
                service:
                  socketUrl: ws://127.0.0.1:4000/chat/
                  apiUrl: http://[::1]:4000/api/
                  accountsUrl: https://accounts.example.com
                pace:
                  eventsPerMinute: 0
                addressed: mention
                help: false
                typing: false
                zone: Europe/Berlin
                errors: {space: 60AA11BB22CC33DD44EE5503}
                catchUp: {maxAge: 2 hours, maxMessages: 50}
                loopGuard: 12
                commands:
                  "deploy*": {allow: {users: [Ann@Example.org], roles: [admin, member], spaces: [60AA11BB22CC33DD44EE5501]}}
                  "*": {limit: {value: 5, per: 1m, by: space}}
                store: {url: jdbc:postgresql://db.example.com/bots, user: ann, password: pass of ann, key: key-of-the-tokens-of-ann}
                http: {port: 8080, host: 0.0.0.0}
                settings:
                  greeting: Hello, ${NAME:-you}!
                  limits: {most: 3, share: 0.5, strict: yes, none: }
                  days: [mon, 2026-11-22]
                """;

    @TempDir
    private Path folder;

    @Test
    void readsTheFileOfTheFirstPage() {
        YamlFixture file = file("""
                name: greeter
                handlers: [com.example.greeter]
                spaces: [60aa11bb22cc33dd44ee5501]
                auth: {type: jwt, token: "${SPACES_TOKEN}"}
                """);

        BotConfig config = file.read(Map.of("SPACES_TOKEN", "token-of-ann"));

        assertThat(config)
                .isEqualTo(new BotConfig(
                        "greeter",
                        List.of("com.example.greeter"),
                        List.of(SpaceRef.open(SPACE)),
                        false,
                        new Auth.Token("jwt", new Secret("token-of-ann")),
                        Service.production(),
                        200,
                        Rules.defaults(),
                        Storage.at("jdbc:h2:file:" + folder.resolve("data/greeter")),
                        null,
                        SettingsTree.none()));
    }

    @Test
    void readsEveryKey() {
        YamlFixture file = file(EVERY_KEY);
        file.beside("secrets/client", "secret-of-client\n");

        BotConfig config = file.read(Map.of("REFRESH", "refresh-of-ann"));

        assertThat(config)
                .isEqualTo(new BotConfig(
                        "todo",
                        List.of("com.example.todo", "com.example.more"),
                        List.of(SpaceRef.open(SPACE), new SpaceRef(OTHER, "0123")),
                        false,
                        new Auth.OAuth("client", new Secret("secret-of-client"), new Secret("refresh-of-ann"), null),
                        new Service(
                                URI.create("http://127.0.0.1:4000"),
                                URI.create("http://[::1]:4000/api"),
                                URI.create("https://accounts.example.com"),
                                false),
                        0,
                        everyRule(),
                        new Storage(
                                "jdbc:postgresql://db.example.com/bots",
                                "ann",
                                new Secret("pass of ann"),
                                new Secret("key-of-the-tokens-of-ann")),
                        new HttpAddress("0.0.0.0", 8080),
                        new SettingsTree(
                                null,
                                Map.of(
                                        "greeting",
                                        "Hello, you!",
                                        "limits",
                                        Map.of("most", 3, "share", 0.5, "strict", true),
                                        "days",
                                        List.of("mon", "2026-11-22")))));
    }

    private static Rules everyRule() {
        return new Rules(
                Addressed.MENTION,
                false,
                false,
                ZoneId.of("Europe/Berlin"),
                "60aa11bb22cc33dd44ee5503",
                new CatchUpRules(Duration.ofHours(2), 50),
                12,
                List.of(
                        new Rules.ForCommands(
                                "deploy*",
                                new Rules.Access(
                                        Set.of("ann@example.org"), Set.of(Role.ADMIN, Role.MEMBER), Set.of(SPACE)),
                                null),
                        new Rules.ForCommands("*", null, new Rules.Quota(5, Duration.ofMinutes(1), Limit.By.SPACE))));
    }

    @Test
    void takesOneWordWhereAListHasOneElement() {
        YamlFixture file = file("""
                handlers: com.example.greeter
                spaces: 600000000000000000000001
                auth: {type: anonymous}
                """);

        BotConfig config = file.read(Map.of());

        assertThat(config.handlers()).containsExactly("com.example.greeter");
        assertThat(config.spaces()).containsExactly(SpaceRef.open("600000000000000000000001"));
        assertThat(config.auth()).isEqualTo(new Auth.Anonymous("bot"));
    }

    @Test
    void joinsEverySpaceOfTheAccountForTheWordAll() {
        YamlFixture file = file("""
                handlers: [com.example.greeter]
                spaces: all
                auth: {type: service_app, token: token-of-app, tokenType: app}
                """);

        BotConfig config = file.read(Map.of());

        assertThat(config.allSpaces()).isTrue();
        assertThat(config.spaces()).isEmpty();
        assertThat(config.auth()).isEqualTo(new Auth.Token("app", new Secret("token-of-app")));
    }

    @Test
    void takesAnOAuthTokenWithoutAClient() {
        YamlFixture file = file("""
                handlers: [com.example.greeter]
                spaces: all
                auth: {type: oauth, token: token-of-ann}
                """);

        BotConfig config = file.read(Map.of());

        assertThat(config.auth()).isEqualTo(new Auth.Token("oauth", new Secret("token-of-ann")));
    }

    @Test
    void leavesOutAccountAndSpacesThatComeFromElsewhere() {
        YamlFixture file = file("""
                name: greeter
                handlers: [com.example.greeter]
                spaces: [not-yet-known]
                auth: {type: jwt, token: "${SPACES_TOKEN}"}
                errors: {space: 60aa11bb22cc33dd44ee5501}
                """);
        Auth auth = new Auth.Token("jwt", new Secret("token-of-emulator"));
        ConfigFile.Account account = new ConfigFile.Account(auth, Service.production());

        ConfigFile opened = file.open(Map.of());
        BotConfig config = opened.configWith(account, List.of(SpaceRef.open(SPACE)));

        assertThat(opened.name()).isEqualTo("greeter");
        assertThat(config.auth()).isEqualTo(auth);
        assertThat(config.spaces()).containsExactly(SpaceRef.open(SPACE));
        assertThat(config.rules().errorSpace()).isNull();
    }

    @Test
    void readsTheAccountAloneWhileTheSpacesAreNotKnownYet() {
        YamlFixture file = file("auth: {type: anonymous, displayName: Greeter}\n");

        ConfigFile.Account account = file.open(Map.of()).account();

        assertThat(account).isEqualTo(new ConfigFile.Account(new Auth.Anonymous("Greeter"), Service.production()));
    }

    @Test
    void printsNoSecret() {
        YamlFixture file = file("""
                handlers: [com.example.greeter]
                spaces: [{id: 60aa11bb22cc33dd44ee5501, password: pin-of-space}]
                auth: {type: oauth, clientId: c, clientSecret: secret-a, refreshToken: secret-b, token: secret-c}
                zone: UTC
                store: {url: 'jdbc:postgresql://db/bots?password=secret-e', password: secret-f, key: secret-g-secret-g}
                settings: {weatherKey: secret-d}
                """);

        BotConfig config = file.read(Map.of());

        assertThat(config)
                .hasToString("BotConfig[name=bot, handlers=[com.example.greeter], spaces=[60aa11bb22cc33dd44ee5501],"
                        + " auth=OAuth[clientId=c, clientSecret=***, refreshToken=***, token=***],"
                        + " service=Service[socketUrl=https://spacesapis-socket.avayacloud.com,"
                        + " apiUrl=https://spacesapis.avayacloud.com/api,"
                        + " accountsUrl=https://accounts.avayacloud.com, allowInsecure=false],"
                        + " eventsPerMinute=200, rules=Rules[addressed=ANY, help=true, typing=true, zone=UTC,"
                        + " errorSpace=null, catchUp=CatchUpRules[maxAge=PT24H, maxMessages=10000], loopGuard=30, commands=[]],"
                        + " store=Storage[url=jdbc:postgresql://db/bots?password=***, user=null, key=***], http=null,"
                        + " settings=[weatherKey]]");
    }

    @Test
    void takesItsSecretsOutOfTexts() {
        YamlFixture file = file("""
                name: ${NAME}
                handlers: [com.example.greeter]
                spaces: [{id: 60aa11bb22cc33dd44ee5501, password: pin-of-space}]
                auth: {type: oauth, clientId: c, clientSecret: secret-a, refreshToken: secret-b, token: secret-c}
                settings: {weatherKey: "${WEATHER}"}
                """);

        BotConfig config = file.read(Map.of("WEATHER", "secret-of-weather", "NAME", "ann"));

        assertThat(config.masked("secret-a secret-b secret-c secret-d pin-of-space secret-of-weather ann"))
                .isEqualTo("*** *** *** secret-d *** *** ann");
    }

    private YamlFixture file(String yaml) {
        return YamlFixture.in(folder, yaml);
    }
}
