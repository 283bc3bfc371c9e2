package dev.spacesbot.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.event.Role;
import dev.spacesbot.handler.Limit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {

    private static final String FINE = "handlers: a\nspaces: all\nauth: {type: anonymous}\n";

    @TempDir
    private Path folder;

    private static final String MISTAKEN = """
            addressed: mentoin
            help: perhaps
            typing: [true]
            zone: Europe/Berln
            errors: {spaces: 60aa}
            catchUp: {maxAge: 0s, maxMesages: 10, maxMessages: few}
            commands:
              "":
                allow: {users: [ann]}
              deploy: {alow: {users: [ann]}}
              "roll*": {allow: {users: [], roles: [boss, amdin], spaces: [lab]}, limit: {value: 0, per: soon, by: person}}
              restart:
              stop: {allow: , limit: }
              start: {allow: {users: }, limit: {valeu: 3}}
              open: {limit: {value: many, per: 0s}}
              close: {}
            """;

    @Test
    void tellsEveryMistakeWithItsPlace() {
        String yaml = FINE + MISTAKEN;

        assertThat(YamlFixture.in(folder, yaml).report(Map.of())).isEqualTo("""
                bot.yaml has 26 problems:
                  line 4, column 12: 'addressed' must be any, mention or direct; did you mean mention?
                  line 5, column 7: 'help' must be true or false; found 'perhaps'
                  line 6, column 9: 'typing' must be true or false; found a list
                  line 7, column 7: 'zone' must be a time zone such as Europe/Berlin or UTC; did you mean Europe/Berlin?
                  line 8, column 10: unknown key 'spaces' in 'errors'; did you mean 'space'?
                  line 9, column 19: 'catchUp.maxAge' must be a span of time such as 10m, 1h30m or 2 hours; found '0s'
                  line 9, column 23: unknown key 'maxMesages' in 'catchUp'; did you mean 'maxMessages'?
                  line 9, column 52: 'catchUp.maxMessages' must be a whole number, 0 or more; found 'few'
                  line 11, column 3: a pattern of command names is empty; * stands for every command
                  line 13, column 12: unknown key 'alow' in 'commands.deploy'; did you mean 'allow'?
                  line 14, column 28: 'commands.roll*.allow.users' is empty: ids or user names; leave it out where it does not matter who it is
                  line 14, column 40: 'commands.roll*.allow.roles' must be admin, member or guest; found 'boss'
                  line 14, column 46: 'commands.roll*.allow.roles' must be admin, member or guest; did you mean admin?
                  line 14, column 63: 'lab' is not a space id: 24 hexadecimal digits, as the command 'spaces' shows them
                  line 14, column 85: 'commands.roll*.limit.value' must be a whole number, 1 or more; found '0'
                  line 14, column 93: 'commands.roll*.limit.per' must be a span of time such as 10m, 1h30m or 2 hours; found 'soon'
                  line 14, column 103: 'commands.roll*.limit.by' must be user, space or bot; found 'person'
                  line 15, column 11: 'commands.restart' must be a section with allow, limit; found nothing
                  line 16, column 10: 'commands.stop.allow' is empty: who may: users, roles or spaces; {} stands for everybody
                  line 16, column 19: 'commands.stop.limit' is empty: how often, such as {value: 5, per: 1m, by: user}
                  line 17, column 19: 'commands.start.allow.users' is empty: ids or user names; leave it out where it does not matter who it is
                  line 17, column 36: 'commands.start.limit.per' is missing: in what time, such as 1m
                  line 17, column 37: unknown key 'valeu' in 'commands.start.limit'; did you mean 'value'?
                  line 18, column 25: 'commands.open.limit.value' must be a whole number, 1 or more; found 'many'
                  line 18, column 36: 'commands.open.limit.per' must be a span of time such as 10m, 1h30m or 2 hours; found '0s'
                  line 19, column 3: 'commands.close' says neither who may (allow) nor how often (limit)""");
    }

    @Test
    void tellsWhatIsNoSectionAndNoZone() {
        String yaml = FINE + """
                addressed: everybody
                zone: here
                errors: 60aa11bb22cc33dd44ee5501
                commands: [deploy]
                """;

        assertThat(YamlFixture.in(folder, yaml).report(Map.of())).isEqualTo("""
                bot.yaml has 4 problems:
                  line 4, column 12: 'addressed' must be any, mention or direct; found 'everybody'
                  line 5, column 7: 'zone' must be a time zone such as Europe/Berlin or UTC; found 'here'
                  line 6, column 9: 'errors' must be a section with space; found a text
                  line 7, column 11: 'commands' must be patterns of command names, each with allow, limit or both, such as "deploy*": {limit: {value: 5, per: 1m}}; found a list""");
    }

    @Test
    void showsNothingThatCameFromAPlaceholder() {
        String yaml = FINE + """
                addressed: ${SECRET}
                zone: ${SECRET}
                errors: {space: "${SECRET}"}
                commands: {a: {allow: {roles: "${SECRET}"}, limit: {value: 1, per: "${SECRET}"}}}
                """;

        String report = YamlFixture.in(folder, yaml).report(Map.of("SECRET", "secret-of-ann"));

        assertThat(report).startsWith("bot.yaml has 5 problems").doesNotContain("secret-of-ann");
    }

    @Test
    void takesTheFirstFittingPatternForEachOfTheTwo() {
        Rules.Access admins = new Rules.Access(Set.of(), Set.of(Role.ADMIN), Set.of());
        Rules.Access anybody = new Rules.Access(Set.of(), Set.of(), Set.of());
        Rules.Quota once = new Rules.Quota(1, Duration.ofDays(1), Limit.By.BOT);

        Rules rules = Rules.defaults()
                .withCommands(
                        new Rules.ForCommands("deploy*", admins, null), new Rules.ForCommands("*", anybody, once));

        assertThat(rules.access("deploy app")).contains(admins);
        assertThat(rules.quota("deploy app")).contains(once);
        assertThat(rules.access("roll")).contains(anybody);
        assertThat(Rules.defaults().access("roll")).isEmpty();
    }
}
