package dev.spacesbot.internal.runtime;

import dev.spacesbot.Reply;
import dev.spacesbot.event.Presence;
import dev.spacesbot.internal.dispatch.Occasion;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of failures under a short reference: everything to the log and the observer, a polite line to whoever wrote. */
final class Apologies {

    /** Without letters and digits that people take for each other. */
    private static final String REFERENCE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final Logger log = LoggerFactory.getLogger(Apologies.class);

    private final Observer observer;

    Apologies(Observer observer) {
        this.observer = observer;
    }

    /** A handler failed for good; returns what to say, empty where nobody waits for an answer. */
    Optional<Reply> failed(Occasion occasion, String handler, Throwable error) {
        String reference = reference();
        log(handler, occasion, reference, error);
        observer.failed(new Failure(handler, occasion.event(), occasion.space(), reference, error));
        return occasion.event() == null || occasion.event() instanceof Presence
                ? Optional.empty()
                : Optional.of(Reply.text("Sorry, something went wrong here (reference " + reference + ")."));
    }

    /** A log asks an exception for its text, and an author's exception may fail at that too. */
    private static void log(String handler, Occasion occasion, String reference, Throwable error) {
        try {
            log.error("{} failed on {} (reference {})", handler, occasion.inWords(), reference, error);
        } catch (RuntimeException unspeakable) {
            log.error(
                    "{} failed on {} (reference {}): {}",
                    handler,
                    occasion.inWords(),
                    reference,
                    Trace.of(error, UnaryOperator.identity()));
        }
    }

    private static String reference() {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            int letter = ThreadLocalRandom.current().nextInt(REFERENCE_LETTERS.length());
            reference.append(REFERENCE_LETTERS.charAt(letter));
        }
        return reference.toString();
    }
}
