package dev.spacesbot.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spacesbot.config.ConfigFile;
import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.playground.Replay.Outcome;
import dev.spacesbot.playground.inspector.Inspector;
import dev.spacesbot.playground.recording.Recording;
import dev.spacesbot.transcript.Entry;
import dev.spacesbot.transcript.TranscriptException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private final SpacesEmulator emulator = SpacesEmulator.create();
    private final List<PlayedBot> bots = new CopyOnWriteArrayList<>();
    private final Inspector inspector = new Inspector();
    private final PlayServer server = PlayServer.open(emulator, bots, inspector, 0);
    private PlayedBot bot;

    @BeforeEach
    void start() throws IOException {
        Path file = Files.writeString(
                folder.resolve("parrot.yaml"), "name: parrot\nhandlers: [dev.spacesbot.playground.recording.parrot]\n");
        bot = new PlayedBot(
                ConfigFile.open(file, Map.of()), builder -> {}, emulator.user("parrot"), server.service(), inspector);
        bots.add(bot);
        bot.join(emulator.space("Lab"));
    }

    @AfterEach
    void stop() {
        bot.stop();
        server.close();
        emulator.close();
    }

    @Test
    void playsWhatTheTestkitPlays() throws Exception {
        Replay replay = replay("""
                # A day in the garden
                [Ann is admin]
                Ann: open
                bot: Lab is open.

                Bob: id
                bot: It is {what:id}, yes, {what}
                Bob: find {what} me
                bot: Found {what} for me

                [space Garden]
                Bob creates task "Water" for Ann
                bot comments on "Water": Water for 1, null:
                Ann completes "Water"
                bot comments on "Water": Water is done
                Bob: whisper Psst.
                [direct Bob]
                bot: Psst.
                Bob enters
                bot: Welcome, Bob!
                """);

        List<Outcome> outcomes = toEnd(replay);

        assertThat(outcomes).allMatch(Outcome::ok).allMatch(outcome -> outcome.note() == null);
        assertThat(outcomes).extracting(Outcome::done).containsOnlyOnce(true);
        assertThat(outcomes.get(2))
                .isEqualTo(new Outcome(2, true, "bot: Lab is open.", "bot: Lab is open.", null, replaySpace(), false));
        assertThat(replay.steps()).extracting(Entry::first).startsWith(2, 3, 4, 6);
        assertThat(replay.text(replay.steps().get(1))).isEqualTo("Ann: open");
        assertThatThrownBy(replay::next).hasMessage("That was the last step.");
    }

    @Test
    void showsWhatTheBotSaidInstead() throws Exception {
        Replay replay = replay("Ann: perch\nbot: I sit in\n     a tree.\nAnn: hello\nAnn: id\nbot: {any}");

        List<Outcome> outcomes = toEnd(replay);

        String space = replaySpace();
        assertThat(outcomes)
                .startsWith(
                        new Outcome(0, true, null, null, null, space, false),
                        new Outcome(1, false, "bot: I sit in\n     a tree.", "bot: I sit in Lab.", null, space, false),
                        new Outcome(2, true, null, null, null, space, false),
                        new Outcome(
                                3,
                                false,
                                null,
                                "bot: Ann [][]: hello",
                                "The bot said more than stands there.",
                                space,
                                false));
        assertThat(outcomes.get(4).ok()).isTrue();
    }

    @Test
    void saysWhatDoesNotHappenHere() throws Exception {
        Replay replay =
                replay("[+3h]\nAnn: nobody takes an edit of a post\nbot: no\nAnn completes \"x\"\nAnn enters\n");

        List<Outcome> outcomes = toEnd(replay);

        assertThat(outcomes.get(0).ok()).isTrue();
        assertThat(outcomes.get(0).note()).isEqualTo("Time does not pass at will here: what waits for it is not said.");
        assertThat(outcomes.get(3).ok()).isFalse();
        assertThat(outcomes.get(3).note()).isEqualTo("nothing is called \"x\" here; there is nothing that could be");
    }

    @Test
    void doesNotWaitForAnAnswerWhereNoHandlerTookIt() throws Exception {
        Replay replay =
                replay("[direct Ann]\nAnn posts \"x\"\nbot comments on \"x\": x:\nAnn edits \"x\": y\nbot: y\n");

        List<Outcome> outcomes = toEnd(replay);

        assertThat(outcomes.get(3).note()).isEqualTo("No handler took that.");
        assertThat(outcomes.get(4).ok()).isFalse();
        assertThat(outcomes.get(4).expected()).isEqualTo("bot: y");
        assertThat(outcomes.get(4).heard()).isNull();
    }

    @Test
    void theLastStepHearsAllThatIsLeft() throws Exception {
        List<Outcome> outcomes =
                toEnd(replay("Ann: make tea\nbot creates task \"tea\" for Ann:\n    Soon.\n\n    Or later.\n"));

        assertThat(outcomes.get(1).ok()).isFalse();
        assertThat(outcomes.get(1).note()).isEqualTo("The bot said more than stands there.");
        assertThat(outcomes.get(1).heard())
                .contains("bot posts \"tea\"")
                .endsWith("bot with \"a \\\"b\\\".txt\": Here");
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThatThrownBy(() -> replay("Ann waters it\n\n[+x]\n"))
                .isInstanceOfSatisfying(
                        TranscriptException.class,
                        e -> assertThat(e.problems())
                                .containsExactly(
                                        "line 1: nobody knows what this means: Ann waters it",
                                        "line 3: \"x\" is not a span of time such as 10m, 1h30m or 2 hours"));
    }

    @Test
    void whatWasRecordedCanBeReplayed() throws Exception {
        Recording recording = new Recording(emulator);
        for (String text : List.of("hello", "@parrot id", "shout {x}\n  y", "[x]")) {
            bot.awaitHandled(emulator.say(emulator.user("Ann"), emulator.space("Lab"), text), PATIENCE);
        }

        String text = recording.transcript(emulator.space("Lab"), bot.user(), bot::took);

        assertThat(text)
                .startsWith("Ann: hello\nbot: Ann [][]: hello\n\nAnn: @bot id\nbot: It is {id1:id}, yes, {id1}\n");
        assertThat(toEnd(replay(text))).allMatch(Outcome::ok);
    }

    private Replay replay(String text) {
        return Replay.of(text, emulator, bot, PATIENCE);
    }

    private String replaySpace() {
        return emulator.spaces().stream()
                .filter(space -> space.title().equals("Lab"))
                .reduce((first, last) -> last)
                .map(EmulatedSpace::id)
                .orElseThrow();
    }

    private static List<Outcome> toEnd(Replay replay) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < replay.steps().size(); i++) {
            outcomes.add(replay.next());
        }
        return outcomes;
    }
}
