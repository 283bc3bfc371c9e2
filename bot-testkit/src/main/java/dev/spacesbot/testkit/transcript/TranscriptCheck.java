package dev.spacesbot.testkit.transcript;

import dev.spacesbot.testkit.TestBot;
import dev.spacesbot.transcript.Transcript;
import java.util.List;
import java.util.Optional;
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
        TestBot bot = maker.get();
        Revision revision;
        try {
            revision = new Performance(transcript, bot).play();
        } catch (AssertionError e) {
            handlerFailure(bot).ifPresent(e::addSuppressed);
            throw e;
        }
        AssertionError handlerFailed = handlerFailure(bot).orElse(null);
        if (handlerFailed == null || !update) {
            check(transcript, revision, handlerFailed);
        }
        if (handlerFailed != null) {
            throw handlerFailed;
        }
    }

    /** What a handler threw that nobody expected. */
    private static Optional<AssertionError> handlerFailure(TestBot bot) {
        try {
            bot.close();
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e);
        }
    }

    /** What differs is told first; why is likely to be found in a handler that failed. */
    private void check(Transcript transcript, Revision revision, @Nullable AssertionError cause) {
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
                String.join("\n", revised),
                cause);
    }
}
