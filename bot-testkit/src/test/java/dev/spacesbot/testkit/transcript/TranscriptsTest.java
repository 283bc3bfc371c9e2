package dev.spacesbot.testkit.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spacesbot.testkit.TestBot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

class TranscriptsTest {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everythingThatTheFormatCanSay() {
        return Transcripts.beside(TranscriptsTest.class).with(() -> TestBot.of(new Clerk()));
    }

    @Test
    void eachFileIsATestOfItsOwnThatAnEditorFinds() {
        List<DynamicTest> tests = everythingThatTheFormatCanSay().toList();

        assertThat(tests).extracting(DynamicTest::getDisplayName).containsExactly("places.txt", "things.txt");
        assertThat(tests.get(0).getTestSourceUri().orElseThrow().toString())
                .endsWith("/src/test/resources/dev/spacesbot/testkit/transcript/places.txt");
    }

    @Test
    void saysWhereTranscriptsBelong() {
        assertThatThrownBy(() -> Transcripts.in("dev/spacesbot/emulator"))
                .hasMessage(
                        "There is no transcript in src/test/resources/dev/spacesbot/emulator: their names end in .txt");
        assertThatThrownBy(() -> Transcripts.in("nowhere"))
                .hasMessage("There is no folder src/test/resources/nowhere on the class path");
    }

    @Test
    void showsTheFirstLineThatDiffers() throws IOException {
        Path file = write("""
                Ann: hello
                bot: Hello, Ann!

                Ann: list {name}
                bot: These:
                     • {word}
                     • tea
                     • milk
                # More of it
                Ann: hello
                bot: Good bye!
                """);

        assertThatThrownBy(() -> play(file, false))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("""
                        talk.txt, line 7: the bot said something else

                                    3 |
                                    4 | Ann: list {name}
                                    5 | bot: These:
                                    6 |      • {word}
                        expected    7 |      • tea
                        said          |      • water
                                    8 |      • milk
                                    9 | # More of it
                                   10 | Ann: hello
                                   11 | bot: Good bye!

                          %s:7
                          -Dtranscripts.update=true rewrites the file as the bot speaks now.
                        """.formatted(file));
    }

    @Test
    void offersTheWholeConversationForComparison() throws IOException {
        Path file = write("Ann: hello\nbot: Good bye!\n");

        assertThatThrownBy(() -> play(file, false)).isInstanceOfSatisfying(AssertionFailedError.class, failed -> {
            assertThat(failed.getExpected().getValue()).isEqualTo("Ann: hello\nbot: Good bye!");
            assertThat(failed.getActual().getValue()).isEqualTo("Ann: hello\nbot: Hello, Ann!");
        });
    }

    @Test
    void aReplyThatNobodyExpectsFails() throws IOException {
        Path file = write("Ann: hello\n\nBob: nothing\n");

        assertThatThrownBy(() -> play(file, false)).hasMessageStartingWith("""
                talk.txt, line 2: the bot said more

                            1 | Ann: hello
                expected      | (nothing)
                said          | bot: Hello, Ann!
                            2 |
                            3 | Bob: nothing

                """);
    }

    @Test
    void aReplyThatIsMissingFails() throws IOException {
        Path file = write("Ann: nothing\nbot: Hello, Ann!\n");

        assertThatThrownBy(() -> play(file, false)).hasMessageStartingWith("""
                talk.txt, line 2: the bot did not say that

                            1 | Ann: nothing
                expected    2 | bot: Hello, Ann!
                said          | (nothing)

                """);
    }

    @Test
    void aNameStandsForTheSameThroughout() throws IOException {
        Path file = write("Ann: list {name}\nbot: These:\n     • {what:word}\n     • {what}\n     • {any}\n");

        assertThatThrownBy(() -> play(file, false)).hasMessageContaining("""
                expected    4 |      • {what}
                said          |      • water
                """);
    }

    @Test
    void whatCannotBeDoneNamesTheLine() throws IOException {
        Path unknown = write("Ann creates task \"Water\"\nbot comments on \"Water\": noted\nAnn completes \"Soil\"\n");
        assertThatThrownBy(() -> play(unknown, false))
                .hasMessage("talk.txt, line 3: nothing is called \"Soil\" here; there is \"Water\"");

        Path stranger = write("[direct Ann]\nBob: hello\n");
        assertThatThrownBy(() -> play(stranger, false))
                .hasMessage("talk.txt, line 2: Bob is not in this direct space; [space TITLE] leads elsewhere");

        Path past = write("[until 2026-01-04 9:00]\n");
        assertThatThrownBy(() -> play(past, false)).hasMessage("talk.txt, line 1: it is 2026-01-05T09:00:00Z already");

        Path calm = write("Ann: nothing\n[throws IOException]\n");
        assertThatThrownBy(() -> play(calm, false))
                .hasMessage("talk.txt, line 2: No handler threw Throwable; thrown: []");
    }

    @Test
    void aHandlerThatThrewIsNamedBesides() throws IOException {
        Path file = write("Ann: break 0\n");

        assertThatThrownBy(() -> play(file, false))
                .isInstanceOf(AssertionFailedError.class)
                .cause()
                .hasMessage("Handler Clerk.breaks threw java.lang.ArithmeticException: / by zero");
    }

    @Test
    void nothingIsRewrittenWhereAHandlerThrew() throws IOException {
        Path file = write("Ann: break 0\n");

        assertThatThrownBy(() -> play(file, true))
                .hasMessage("Handler Clerk.breaks threw java.lang.ArithmeticException: / by zero");
        assertThat(file).hasContent("Ann: break 0\n");
    }

    @Test
    void rewritesWhatChangedAndKeepsTheRest() throws IOException {
        Path file = write("""
                # A comment stays.
                Ann: hello
                bot:   Hello, {any}!

                Ann: list 3
                bot: Those:
                     • {word}
                     • {what:word} and tea
                # So does this one.
                bot: Bye.
                Ann: hello
                Ann: whisper
                """);

        play(file, true);

        String rewritten = """
                # A comment stays.
                Ann: hello
                bot:   Hello, {any}!

                Ann: list 3
                bot: These:
                     • {word}
                     • {what:word}
                     • milk
                # So does this one.
                Ann: hello
                bot: Hello, Ann!
                Ann: whisper
                [direct Ann]
                bot: Psst.
                """;
        assertThat(file).hasContent(rewritten);
        play(file, false);
    }

    @Test
    void findsTheWayBackFromWhereNobodyWas() throws IOException {
        Path file = write("Ann: whisper\n[space Garden]\nBob: whisper\n\nBob: where\n");

        play(file, true);

        assertThat(file).hasContent("""
                Ann: whisper
                [direct Ann]
                bot: Psst.
                [space Garden]
                Bob: whisper
                [direct Bob]
                bot: Psst.
                [space Garden]

                Bob: where
                bot: Garden
                """);
        play(file, false);
    }

    @Test
    void keepsPlaceholdersAmongOtherWords() throws IOException {
        Path file = write("Ann: when\nbot: At {when:time} that was task {id}\n");

        play(file, true);

        assertThat(file).hasContent("Ann: when\nbot: At {when:time} this is task {id}\n");
    }

    @Test
    void leavesAFileAloneThatIsRight() throws IOException {
        Path file = write("Ann: hello\r\nbot: {any}\r\n");

        play(file, true);

        assertThat(Files.readString(file)).isEqualTo("Ann: hello\r\nbot: {any}\r\n");
    }

    @Test
    void overlooksTheMarkThatSomeEditorsPutInFront() throws IOException {
        Path file = write("\ufeff# A greeting\nAnn: hello\nbot: Hello, Ann!\n");

        assertThatCode(() -> play(file, false)).doesNotThrowAnyException();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("talk.txt"), text);
    }

    private static void play(Path file, boolean update) {
        new TranscriptCheck(new TranscriptFile(file), update).run(() -> TestBot.of(new Clerk()));
    }
}
