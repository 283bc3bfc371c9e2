package dev.spacesbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    private static final String FINE = """
            handlers: [dev.spacesbot.cli]
            spaces: [60aa11bb22cc33dd44ee5501, 60aa11bb22cc33dd44ee5502]
            auth: {type: jwt, token: "${SPACES_TOKEN}"}
            """;

    @TempDir
    private Path folder;

    private CommandLineFixture line;

    @BeforeEach
    void startInAnEmptyFolder() {
        line = new CommandLineFixture(folder, new AccountTransport());
    }

    @Test
    void saysThatAllIsFine() {
        Path file = line.write(FINE);

        int code = line.run("check", "-c", file.toString());

        assertThat(line.out()).isEqualTo("bot.yaml is fine: 2 handlers, 2 spaces\n");
        assertThat(line.err()).isEmpty();
        assertThat(code).isZero();
    }

    @Test
    void tellsTheMistakesOfTheFileAndOfTheHandlersTogether() {
        Path file = line.write("""
                handlers: [dev.spacesbot.nowhere]
                space: all
                auth: {type: jwt, token: "${SPACES_TOKEN}", tokn: x}
                """);

        int code = line.run("check", "--config", file.toString());

        assertThat(line.err()).isEqualTo("""
                        bot.yaml has 2 problems:
                          line 2, column 1: unknown key 'space'; did you mean 'spaces'?
                          line 3, column 45: unknown key 'tokn' in 'auth'; did you mean 'token'?
                        1 problem in the handlers:
                          package dev.spacesbot.nowhere: no handler class found; is it on the class path and spelt right?
                        """);
        assertThat(line.out()).isEmpty();
        assertThat(code).isEqualTo(78);
    }

    @Test
    void tellsWhatIsWrongWithTheSettingsOfHandlers() {
        Path file = line.write(FINE.replace("dev.spacesbot.cli", "dev.spacesbot.settled, dev.spacesbot.nowhere")
                + "zon: UTC\nsettings: {greting: Hi}\n");

        int checked = line.run("check", "-c", file.toString());

        assertThat(line.err()).isEqualTo("""
                        bot.yaml has 2 problems:
                          line 4, column 1: unknown key 'zon'; did you mean 'zone'?
                          line 5, column 12: unknown key 'greting' in 'settings'; did you mean 'greeting'?
                        1 problem in the handlers:
                          package dev.spacesbot.nowhere: no handler class found; is it on the class path and spelt right?
                        """);
        assertThat(checked).isEqualTo(78);
    }

    @Test
    void tellsEveryServiceThatIsMissing() {
        Path file = line.write(FINE.replace("dev.spacesbot.cli", "dev.spacesbot.served"));

        int checked = line.run("check", "-c", file.toString());

        assertThat(line.err()).isEqualTo("""
                        2 problems in the handlers:
                          Served cannot be made: its constructor takes a NumberFormat; give one to the builder's service(…)
                          Served cannot be made: its constructor takes a Random; give one to the builder's service(…)
                        """);
        assertThat(checked).isEqualTo(78);
    }

    @Test
    void givesServicesThatABotsOwnMainClassHas() {
        CommandLineFixture own = new CommandLineFixture(
                folder,
                new AccountTransport(),
                builder -> builder.service(NumberFormat.getInstance()).service(new Random()));
        Path file = own.write(FINE.replace("dev.spacesbot.cli", "dev.spacesbot.served"));

        int checked = own.run("check", "-c", file.toString());

        assertThat(own.err()).isEmpty();
        assertThat(own.out()).isEqualTo("bot.yaml is fine: 1 handler, 2 spaces\n");
        assertThat(checked).isZero();
    }

    @Test
    void tellsOnceWhatIsWrongWithASettingWhoeverReadsIt() {
        Path file = line.write(FINE.replace("dev.spacesbot.cli", "dev.spacesbot.settled")
                + "settings: {greeting: \"${GREETING}\"}\ncommands: {greet: {allow: {}}}\n");

        int checked = line.run("check", "-c", file.toString());

        assertThat(line.err()).isEqualTo("""
                        bot.yaml has 1 problem:
                          line 4, column 22: environment variable GREETING is not set
                        """);
        assertThat(checked).isEqualTo(78);
    }

    @Test
    void runsNothingWhereSettingsAreWrong() {
        Path file = line.write(FINE.replace("dev.spacesbot.cli", "dev.spacesbot.settled, dev.spacesbot.nowhere")
                + "settings: {greting: Hi}\n");

        int run = line.run("run", "-c", file.toString());

        assertThat(line.err()).isEqualTo("""
                        bot.yaml has 1 problem:
                          line 4, column 12: unknown key 'greting' in 'settings'; did you mean 'greeting'?
                        1 problem in the handlers:
                          package dev.spacesbot.nowhere: no handler class found; is it on the class path and spelt right?
                        """);
        assertThat(run).isEqualTo(78);
    }

    @Test
    void runsWhereNoCommandIsGiven() {
        int code = line.run("-c", folder.resolve("bot.yaml").toString());

        assertThat(line.err()).isEqualTo("bot.yaml: there is no such file\n");
        assertThat(code).isEqualTo(78);
    }

    @Test
    void startsNothingWhereTheHandlersAreWrong() {
        Path file = line.write(FINE.replace("dev.spacesbot.cli", "dev.spacesbot.nowhere"));

        int code = line.run("run", "-c", file.toString());

        assertThat(line.err()).isEqualTo("""
                        1 problem in the handlers:
                          package dev.spacesbot.nowhere: no handler class found; is it on the class path and spelt right?
                        """);
        assertThat(code).isEqualTo(78);
    }

    @Test
    void guessesTheCommandThatWasMeant() {
        int code = line.run("chekc");

        assertThat(line.err()).isEqualTo("""
                        Unmatched argument at index 0: 'chekc'
                        Did you mean: java -jar bot.jar check?
                        Try 'java -jar bot.jar --help'.
                        """);
        assertThat(code).isEqualTo(64);
    }

    @Test
    void tellsATimeThatIsNone() {
        int code = line.run("--stop-timeout", "soon");

        assertThat(line.err()).isEqualTo("""
                        Invalid value for option '--stop-timeout': 'soon' is not a time, such as 20s, 500ms or 2m
                        Try 'java -jar bot.jar run --help'.
                        """);
        assertThat(code).isEqualTo(64);
    }

    @Test
    void saysWhatPlayingNeeds() {
        int code = line.run("play");

        assertThat(line.err())
                .isEqualTo("'play' needs the playground: put dev.spacesbot:bot-testkit on the class path,"
                        + " next to the bot.\n");
        assertThat(code).isEqualTo(64);
    }

    @Test
    void helps() {
        int code = line.run("--help");

        assertThat(line.out())
                .startsWith("Usage: java -jar bot.jar [-hV] [COMMAND]\n")
                .contains("  run ", "  check ", "  spaces ", "  play ", "Exit codes: 0 done,");
        assertThat(code).isZero();
    }

    @Test
    void showsNoTokenWhateverTheMistake() {
        Path file = line.write("""
                handlers: [dev.spacesbot.cli]
                spaces: ["${SPACES_TOKEN}"]
                auth: {type: "${SPACES_TOKEN}", token: token-of-ann, tokenType: "a ${SPACES_TOKEN}"}
                service: {apiUrl: "http://${SPACES_TOKEN}@example.com/?token=token-of-ann", allowInsecure: "${SPACES_TOKEN}"}
                pace: {eventsPerMinute: "${SPACES_TOKEN}"}
                name: "${SPACES_TOKEN}\\n"
                """);

        int checked = line.run("check", "--verbose", "-c", file.toString());
        int run = line.run("run", "--verbose", "-c", file.toString());

        assertThat(line.out() + line.err()).contains("bot.yaml has 6 problems").doesNotContain("token-of-ann");
        assertThat(checked).isEqualTo(78);
        assertThat(run).isEqualTo(78);
    }
}
