package dev.spacesbot.testkit.transcript;

import dev.spacesbot.testkit.TestBot;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Conversations in files as tests: one for each {@code .txt} file of a folder, in the format that
 * {@link dev.spacesbot.transcript} describes.
 *
 * <pre>{@code
 * class PollBotTest {
 *
 *     @TestFactory
 *     Stream<DynamicTest> conversations() {
 *         return Transcripts.beside(PollBotTest.class).with(() -> TestBot.of(PollBot.class));
 *     }
 * }
 * }</pre>
 *
 * <p>Each file gets a bot of its own. What the bot says must be what stands there, all of it and no more. With
 * {@code -Dtranscripts.update=true} the files are rewritten instead, as the bot speaks now: what people do, comments,
 * blank lines, and placeholders that still fit stay.
 */
public final class Transcripts {

    private static final String UPDATE = "transcripts.update";

    private final List<TranscriptFile> files;

    private Transcripts(String folder, ClassLoader classPath) {
        files = TranscriptFile.in(folder, classPath);
        if (files.isEmpty()) {
            throw new IllegalStateException("There is no transcript in src/test/resources/" + folder
                    + ": their names end in " + TranscriptFile.EXTENSION);
        }
    }

    /**
     * Those in the folder of a test's package.
     *
     * @throws IllegalStateException where there is none
     */
    public static Transcripts beside(Class<?> test) {
        return new Transcripts(test.getPackageName().replace('.', '/'), test.getClassLoader());
    }

    /**
     * Those in a folder below {@code src/test/resources}.
     *
     * @throws IllegalStateException where there is none
     */
    public static Transcripts in(String folder) {
        return new Transcripts(folder, Thread.currentThread().getContextClassLoader());
    }

    /** A test for each file, with a bot that is made for it and closed at its end. */
    public Stream<DynamicTest> with(Supplier<TestBot> bot) {
        boolean update = Boolean.getBoolean(UPDATE);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.name(), file.path().toUri(), () -> new TranscriptCheck(file, update).run(bot)));
    }
}
