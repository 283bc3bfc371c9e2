package dev.spacesbot.playground.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.event.Role;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.playground.recording.parrot.Parrot;
import dev.spacesbot.testkit.TestBot;
import dev.spacesbot.testkit.transcript.Transcripts;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

    private static final int CONVERSATIONS = 60;
    private static final int DEEDS = 25;

    @TempDir
    private Path folder;

    private final TestBot bot = TestBot.of(new Parrot());
    private final Recording recording = new Recording(bot.emulator());

    @AfterEach
    void close() {
        bot.close();
    }

    @RepeatedTest(CONVERSATIONS)
    void whateverWasSaidPassesAsATest(RepetitionInfo repetition) throws Throwable {
        Chatter chatter = new Chatter(repetition.getCurrentRepetition(), bot);
        chatter.goOn(DEEDS);

        for (EmulatedSpace space : chatter.spaces()) {
            pass(recorded(space));
        }
    }

    @Test
    void looksAsIfSomebodyHadWrittenIt() throws Throwable {
        SpacesEmulator emulator = bot.emulator();
        EmulatedSpace lab = emulator.space("Lab");
        bot.space("Lab");
        chat(lab, emulator.user("Ann"), emulator.user("Bob"));

        String text = recorded(lab);

        assertThat(text).isEqualTo("""
                [Ann is admin]
                Ann enters
                bot: Welcome, Ann!

                Ann: open
                bot: Lab is open.

                Bob: @Ann @bot look,
                     there is a@Ann and \\@Bob and me
                bot: You said to me: @Ann @bot look,
                     there is a@Ann and @Bob and me

                Bob creates task "Water" for Cleo: the plants
                bot comments on "Water": Water for 1, null: the plants

                Ann comments on "Water": now
                bot comments on "Water": Ann [][]: now

                Ann completes "Water"
                bot comments on "Water": Water is done

                Bob: whisper Psst.
                [direct Bob]
                bot: Psst.
                """);
        pass(text);
    }

    private void chat(EmulatedSpace lab, EmulatedUser ann, EmulatedUser bob) {
        SpacesEmulator emulator = bot.emulator();
        lab.add(ann, Role.ADMIN).add(bob, Role.MEMBER);
        emulator.online(ann, lab);
        bot.settle();
        emulator.say(ann, lab, "open");
        bot.settle();
        emulator.say(bob, lab, "look,\n  there is a@Ann and @Bob and me", ann, bot.self());
        bot.settle();
        String task = emulator.task(bob, lab, "Water", "the plants", emulator.user("Cleo"));
        bot.settle();
        emulator.comment(ann, lab, task, "now");
        bot.settle();
        emulator.completeTask(ann, task);
        bot.settle();
        emulator.say(bob, lab, "whisper Psst.");
        bot.settle();
        emulator.typing(bob, lab);
    }

    @Test
    void namesWhatTheBotSaidInOneSpaceForAnother() throws Throwable {
        bot.space("Lab").user("Ann").says("perch");
        bot.space("Garden").user("Ann").says("hello");
        bot.direct("Ann").user("Ann").says("shout rain");
        bot.direct("Ann").user("Ann").says("hello");

        String lab = recorded("Lab");
        String direct = recorded(bot.emulator().direct(bot.emulator().user("Ann"), bot.self()));

        assertThat(lab).isEqualTo("""
                Ann: perch
                bot: I sit in Lab.

                [direct Ann]
                Ann: shout rain
                [space Lab]
                bot: rain
                """);
        assertThat(direct).isEqualTo("""
                [direct Ann]
                Ann: shout rain
                [space Lab]
                bot: rain

                [direct Ann]
                Ann: hello
                bot: You said to me: hello
                """);
        pass(lab);
    }

    @Test
    void putsPlaceholdersWhereTheBotSaysIds() throws Throwable {
        String id = bot.space("Lab").user("Ann").says("id").id();
        bot.space("Lab").user("Ann").says("find " + id + " me");
        bot.space("Lab").user("Ann").says("find aaaabbbbccccddddeeeeffff {id1}");
        bot.space("Lab").user("Bob").says("id");
        bot.space("Lab").user("Bob").says("make " + bot.self().id());

        String text = recorded("Lab");

        assertThat(text).isEqualTo("""
                Ann: id
                bot: It is {id2:id}, yes, {id2}

                Ann: find {id2} me
                bot: Found {id2} for me

                Ann: find aaaabbbbccccddddeeeeffff {id1}
                bot: Found aaaabbbbccccddddeeeeffff for {id1}

                Bob: id
                bot: It is {id3:id}, yes, {id3}

                Bob: make %s
                bot creates task "%1$s" for Bob:
                    Soon.

                    Or later.
                bot posts "%1$s":
                    - one
                    - two
                bot with "a \\"b\\".txt": Here
                """.formatted(bot.self().id()));
        pass(text);
    }

    @Test
    void callsTheBotWhatTranscriptsCallIt() {
        try (SpacesEmulator emulator = SpacesEmulator.create()) {
            Recording recording = new Recording(emulator);
            EmulatedUser polls = emulator.user("polls");
            EmulatedUser other = emulator.user("bot");
            EmulatedUser ann = emulator.user("Ann");
            EmulatedUser guest = emulator.guest("Ann");
            EmulatedSpace garden = emulator.space("Garden");
            emulator.say(ann, garden, "@polls, help");
            emulator.say(polls, garden, "Ask @Ann.", ann);
            emulator.say(guest, garden, "and @polls?", polls);
            emulator.say(other, garden, "I do not know.");

            assertThat(recording.transcript(garden, polls, event -> true)).isEqualTo("""
                    [space Garden]
                    Ann: @bot, help
                    bot: Ask @Ann.

                    [Ann 2 is guest]
                    Ann 2: and @bot?
                    bot 2: I do not know.
                    """);
        }
    }

    @Test
    void putsAnAnswerBehindWhatItAnswers() {
        try (SpacesEmulator emulator = SpacesEmulator.create()) {
            Recording recording = new Recording(emulator);
            EmulatedUser polls = emulator.user("polls");
            EmulatedSpace lab = emulator.space("Lab");
            String help = emulator.say(emulator.user("Ann"), lab, "help");
            emulator.say(emulator.user("todo"), lab, "todo {what}");
            emulator.online(emulator.user("Bob"), lab);
            emulator.say(polls, lab, "poll {what}");

            assertThat(recording.transcript(lab, polls, event -> event.id().equals(help)))
                    .isEqualTo("""
                    Ann: help
                    bot: poll {what}

                    todo: todo {what}
                    """);
        }
    }

    @Test
    void tellsTheFirstFromTheLastOfTheSameName() throws Throwable {
        var ann = bot.space("Lab").user("Ann");
        var first = ann.createsTask("Water");
        ann.createsTask("Water");
        ann.completes(first);

        String text = recorded("Lab");

        assertThat(text).isEqualTo("""
                Ann creates task "Water"
                bot comments on "Water": Water for 0, null:

                Ann creates task "Water"
                bot comments on "Water": Water for 0, null:

                Ann completes "Water" (1)
                bot comments on "Water": Water is done
                """);
        pass(text);
    }

    @Test
    void saysWhatNoLineCanSay() throws Throwable {
        SpacesEmulator emulator = bot.emulator();
        String task = bot.space("Lab").user("Ann").createsTask("Water").id();
        emulator.change(emulator.user("Ann"), task, Json.object().put("description", "soon"));
        bot.settle();
        emulator.change(emulator.user("Ann"), task, Json.object().put("status", "completed"));
        bot.settle();
        emulator.change(emulator.user("Ann"), task, Json.object().put("status", "pending"));
        bot.settle();

        String text = recorded("Lab");

        assertThat(text).isEqualTo("""
                Ann creates task "Water"
                bot comments on "Water": Water for 0, null:

                # Ann changes more of "Water" than its title, which no line can say
                # bot comments on "Water": Water it is
                Ann completes "Water"
                bot comments on "Water": Water is done

                # Ann takes up "Water" again, which no line can say
                # bot comments on "Water": Water it is
                """);
        pass(text);
    }

    /** As {@link Transcripts} runs what an author saves. */
    private void pass(String text) throws Throwable {
        Path talks = Files.createDirectories(folder.resolve("talks"));
        Files.writeString(talks.resolve("talk.txt"), text);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader classPath =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(classPath);
            for (DynamicTest test :
                    Transcripts.in("talks").with(() -> TestBot.of(new Parrot())).toList()) {
                test.getExecutable().execute();
            }
        } catch (AssertionError e) {
            throw new AssertionError(text + "\n" + e.getMessage(), e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private String recorded(String title) {
        return recorded(bot.emulator().space(title));
    }

    private String recorded(EmulatedSpace space) {
        return recording.transcript(space, bot.self(), event -> true);
    }
}
