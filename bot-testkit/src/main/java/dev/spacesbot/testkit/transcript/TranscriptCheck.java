package dev.spacesbot.testkit.transcript;

import dev.spacesbot.testkit.TestBot;
import dev.spacesbot.transcript.Transcript;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * One file as a test.
 *
 * @param file the transcript
 * @param update whether to rewrite it where the bot says something else
 */
record TranscriptCheck(TranscriptFile file, boolean update) {

    void run(Supplier<TestBot> maker) {
        Transcript transcript = Transcript.of(file.name(), file.lines());
        AssertionError failed = null;
        TestBot bot = maker.get();
        try {
            check(transcript, new Performance(transcript, bot).play());
        } catch (AssertionError e) {
            failed = e;
        }
        close(bot, failed);
    }

    /** What differs comes first; why is likely to be found in a handler that threw. */
    private static void close(TestBot bot, @Nullable AssertionError failed) {
        try {
            bot.close();
        } catch (AssertionError handlerFailed) {
            if (failed == null) {
                throw handlerFailed;
            }
            failed.addSuppressed(handlerFailed);
        }
        if (failed != null) {
            throw failed;
        }
    }

    private void check(Transcript transcript, Revision revision) {
        Revision.Change change = revision.first().orElse(null);
        if (change == null) {
            return;
        }
        List<String> revised = revision.applyTo(transcript.lines());
        if (update) {
            file.write(revised);
            System.out.println("Rewritten as the bot speaks now, in " + revision.size()
                    + (revision.size() == 1 ? " place: " : " places: ") + file.path());
            return;
        }
        Difference difference = new Difference(transcript.lines(), change);
        throw new AssertionFailedError(
                file.name() + ", line " + difference.line() + ": " + difference.summary() + "\n\n"
                        + difference.picture() + "\n\n"
                        + "  " + file.path() + ":" + difference.line() + "\n"
                        + "  -Dtranscripts.update=true rewrites the file as the bot speaks now.\n",
                String.join("\n", transcript.lines()),
                String.join("\n", revised));
    }
}
