package dev.spacesbot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spacesbot.handler.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final String FINE = "handlers: a\nspaces: all\nauth: {type: anonymous}\n";

    @TempDir
    private Path folder;

    @Settings("every")
    record Every(
            String text,
            int whole,
            long large,
            double share,
            Boolean strict,
            DayOfWeek day,
            Duration span,
            LocalTime time,
            LocalDate date,
            ZoneId zone,
            URI address,
            Path file,
            Secret token,
            Login login,
            List<Integer> numbers,
            Map<String, List<Login>> teams,
            Optional<Duration> given,
            Optional<Login> absent) {}

    record Login(String name, Optional<String> password) {}

    @Settings("jira")
    record Jira(URI url, String token, Optional<Integer> retries) {

        Jira {
            if (retries.orElse(0) > 9) {
                throw new IllegalArgumentException("9 retries at most, with token " + token);
            }
        }
    }

    @Settings("jira.proxy")
    record Proxy(String host) {}

    @Settings("jira")
    record JiraUsers(List<String> users) {}

    @Settings
    record Greeting(Optional<String> greeting) {}

    private static final String EVERY_TYPE = """
            settings:
              every:
                text: ""
                whole: 0123
                large: "${LARGE}"
                share: -0.5e2
                strict: true
                day: Monday
                span: 1h30m
                time: 9:05
                date: 2026-11-22
                zone: Europe/Berlin
                address: https://example.com/x
                file: notes/today.txt
                token: token-of-ann
                login: {name: ann}
                numbers: [1, 2]
                teams: {blue: {name: bob, password: secret-of-bob}, red: []}
                given: 10s
            """;

    @Test
    void readsEveryTypeOfValue() {
        SettingsTree settings = settings(EVERY_TYPE, Map.of("LARGE", "9000000000"));

        assertThat(settings.as(Every.class))
                .isEqualTo(new Every(
                        "",
                        123,
                        9_000_000_000L,
                        -50,
                        true,
                        DayOfWeek.MONDAY,
                        Duration.ofMinutes(90),
                        LocalTime.of(9, 5),
                        LocalDate.of(2026, 11, 22),
                        ZoneId.of("Europe/Berlin"),
                        URI.create("https://example.com/x"),
                        folder.toAbsolutePath().resolve("notes/today.txt"),
                        new Secret("token-of-ann"),
                        new Login("ann", Optional.empty()),
                        List.of(1, 2),
                        Map.of("blue", List.of(new Login("bob", Optional.of("secret-of-bob"))), "red", List.of()),
                        Optional.of(Duration.ofSeconds(10)),
                        Optional.empty()));
    }

    private static final String WRONG = """
            settings:
              every:
                text: [a]
                whole: 1.5
                large: many
                share: 1d
                strict: perhaps
                day: Munday
                span: soon
                time: 25:00
                date: 22.11.2026
                zone: Europe/Berln
                address: example.com
                file:
                token: " "
                login: {nmae: ann}
                numbers: [1, two, ]
                teams: {blue: {name: bob, password: {}}, red: bob}
                givne: 10s
            """;

    @Test
    void tellsEveryWrongValueWithItsPlace() {
        String yaml = WRONG;

        assertThat(report(yaml, Map.of(), Every.class)).isEqualTo("""
                bot.yaml has 18 problems:
                  line 6, column 11: 'settings.every.text' must be a text; found a list
                  line 7, column 12: 'settings.every.whole' must be a whole number; found '1.5'
                  line 8, column 12: 'settings.every.large' must be a whole number; found 'many'
                  line 9, column 12: 'settings.every.share' must be a number; found '1d'
                  line 10, column 13: 'settings.every.strict' must be true or false; found 'perhaps'
                  line 11, column 10: 'settings.every.day' must be monday, tuesday, wednesday, thursday, friday, saturday or sunday; did you mean monday?
                  line 12, column 11: 'settings.every.span' must be a span of time such as 10m, 1h30m or 2 hours; found 'soon'
                  line 13, column 11: 'settings.every.time' must be a time such as 09:30; found '25:00'
                  line 14, column 11: 'settings.every.date' must be a date such as 2026-11-30; found '22.11.2026'
                  line 15, column 11: 'settings.every.zone' must be a time zone such as Europe/Berlin or UTC; did you mean Europe/Berlin?
                  line 16, column 14: 'settings.every.address' must be an address such as https://example.com; found 'example.com'
                  line 17, column 5: 'settings.every.file' is empty: the path of a file
                  line 18, column 12: 'settings.every.token' must be a text; found ' '
                  line 19, column 13: unknown key 'nmae' in 'settings.every.login'; did you mean 'name'?
                  line 20, column 18: 'settings.every.numbers' must be a whole number; found 'two'
                  line 21, column 41: 'settings.every.teams.blue.password' must be a text; found a section
                  line 21, column 51: 'settings.every.teams.red' must be a section with name, password; found a text
                  line 22, column 5: unknown key 'givne' in 'settings.every'; did you mean 'given'?""");
    }

    @Test
    void showsNothingThatCameFromAPlaceholder() {
        String yaml = """
                settings:
                  jira:
                    url: ${URL}
                    token: ${TOKEN}
                    retries: ${TOKEN}
                """;
        String refused = """
                settings:
                  jira:
                    url: https://example.com
                    token: Bearer ${TOKEN}
                    retries: 10
                """;

        assertThat(report(yaml, Map.of("URL", "secret-of-ann", "TOKEN", "token-of-ann"), Jira.class))
                .isEqualTo("""
                bot.yaml has 2 problems:
                  line 6, column 10: 'settings.jira.url' must be an address such as https://example.com; found the value of '${URL}'
                  line 8, column 14: 'settings.jira.retries' must be a whole number; found the value of '${TOKEN}'""");
        assertThat(report(refused, Map.of("TOKEN", "token-of-ann"), Jira.class)).isEqualTo("""
                bot.yaml has 1 problem:
                  line 5, column 3: 'settings.jira' is refused by Jira: 9 retries at most, with token Bearer ***""");
    }

    @Test
    void severalRecordsMayShareASection() {
        SettingsTree settings = settings("""
                settings:
                  greeting: Hi
                  jira: {url: "https://example.com", token: t, users: ann, proxy: {host: p}}
                """, Map.of());

        SettingsTree.Bound bound = settings.bind(Set.of(Jira.class, JiraUsers.class, Proxy.class, Greeting.class));

        assertThat(bound.problems()).isEmpty();
        assertThat(bound.records().values())
                .containsExactlyInAnyOrder(
                        new Jira(URI.create("https://example.com"), "t", Optional.empty()),
                        new JiraUsers(List.of("ann")),
                        new Proxy("p"),
                        new Greeting(Optional.of("Hi")));
    }

    @Test
    void tellsWhatNoRecordTakesAndWhatIsMissing() {
        String yaml = """
                settings:
                  greetin: Hi
                  jria: {url: "https://example.com"}
                """;

        assertThat(report(yaml, Map.of(), Jira.class, Proxy.class, Greeting.class))
                .isEqualTo("""
                bot.yaml has 2 problems:
                  line 5, column 3: unknown key 'greetin' in 'settings'; did you mean 'greeting'?
                  line 6, column 3: unknown key 'jria' in 'settings'; did you mean 'jira'?""");
        assertThat(report("settings: {jira: here}\n", Map.of(), Jira.class, Proxy.class))
                .isEqualTo("""
                bot.yaml has 1 problem:
                  line 4, column 18: 'settings.jira' must be a section with url, token, retries, proxy; found a text""");
        assertThat(report("", Map.of(), Jira.class)).isEqualTo("""
                bot.yaml has 1 problem:
                  line 1, column 1: 'settings.jira' is missing: a section with url, token, retries""");
    }

    @Test
    void aRecordWithoutRequiredComponentsNeedsNoSection() {
        assertThat(settings("", Map.of()).as(Greeting.class)).isEqualTo(new Greeting(Optional.empty()));
        assertThat(SettingsTree.none().as(Greeting.class)).isEqualTo(new Greeting(Optional.empty()));
    }

    @Test
    void givesARecordToWhateverMakesTheObjects() {
        SettingsTree settings = settings("settings: {greeting: Hi, jira: {users: ann}}\n", Map.of());

        assertThat(settings.as(Greeting.class, JiraUsers.class)).isEqualTo(new Greeting(Optional.of("Hi")));
        assertThatThrownBy(() -> settings.as(Greeting.class))
                .isInstanceOf(BotConfigException.class)
                .hasMessageEndingWith("line 4, column 26: unknown key 'jira' in 'settings'; known are greeting");
    }

    @Test
    void tellsABotWithoutAFileWhatToDo() {
        assertThatThrownBy(() -> SettingsTree.none().as(Proxy.class))
                .isInstanceOf(BotConfigException.class)
                .hasMessage("the configuration: 'settings.jira.proxy' is missing: a section with host; without a file,"
                        + " give a Proxy to the builder's service(…)");
    }

    @Settings
    record Unreadable(
            Clock clock, Map<Integer, String> map, Optional<List<Object>> list, Unreadable again, Login login) {}

    @Settings
    static final class NoRecord {}

    @Test
    void tellsMistakesOfTheRecordsThemselves() {
        SettingsTree.Bound bound = SettingsTree.none().bind(List.of(Unreadable.class, NoRecord.class));

        assertThat(bound.problems()).isEmpty();
        String known = "which no setting can be; it may be String, int, long, double, boolean, an enum, Duration,"
                + " LocalTime, LocalDate, ZoneId, URI, Path, Secret, a record, or Optional, List or Map<String, …> of these";
        assertThat(bound.mistakes())
                .containsExactly(
                        "Unreadable.clock has the type Clock, " + known,
                        "Unreadable.map has the type Map<Integer, String>, " + known,
                        "Unreadable.list has the type Object, " + known,
                        "Unreadable contains itself, which no settings can",
                        "NoRecord is marked @Settings, so it must be a record");
        assertThatThrownBy(() -> SettingsTree.none().as(NoRecord.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NoRecord is marked @Settings, so it must be a record");
    }

    private SettingsTree settings(String yaml, Map<String, String> environment) {
        return YamlFixture.in(folder, FINE + yaml).read(environment).settings();
    }

    private String report(String yaml, Map<String, String> environment, Class<?>... types) {
        YamlFixture file = YamlFixture.in(folder, FINE + yaml);
        SettingsTree settings = file.read(environment).settings();
        SettingsTree.Bound bound = settings.bind(List.of(types));
        assertThat(bound.mistakes()).isEmpty();
        BotConfigException report = catchThrowableOfType(BotConfigException.class, () -> {
            throw settings.exception(bound.problems());
        });
        return report.getMessage().replace(file.file().toString(), "bot.yaml");
    }
}
