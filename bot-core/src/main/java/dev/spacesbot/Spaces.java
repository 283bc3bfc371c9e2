package dev.spacesbot;

import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What a bot does in spaces on its own initiative. A handler gets it as a parameter.
 *
 * <p>No call waits: what it returns completes once the service answered, or exceptionally with a
 * {@link dev.spacesbot.transport.TransportException} that says why not. Safe for use by several threads.
 */
public interface Spaces {

    /** Joins an open space. Completes at once where it is joined already. */
    default CompletionStage<Void> join(String spaceId) {
        return join(spaceId, null);
    }

    /** Joins a space that may ask for a password; null for none. */
    CompletionStage<Void> join(String spaceId, @Nullable String password);

    /** Leaves a space: from now on nothing is sent to it nor taken from it, until it is joined again. */
    CompletionStage<Void> leave(String spaceId);

    /**
     * Sends to any space; joins it first where needed. Completes with the id that the service gave to what was sent; with
     * the last one's where a long text went out in parts; with an empty string where the reply was blank and nothing was
     * sent. Files are uploaded first: where one of them cannot be, nothing of the reply is sent, and what this completes with
     * says which one and why.
     *
     * @throws IllegalArgumentException where the reply is to go in direct: nobody says to whom here
     */
    CompletionStage<String> send(String spaceId, Reply reply);

    /** Sends plain text to any space, as {@link #send(String, Reply)} does. */
    default CompletionStage<String> send(String spaceId, String text) {
        return send(spaceId, Reply.text(text));
    }

    /** Finds or opens the direct space with somebody who has an account. */
    CompletionStage<Space> direct(String userId);

    /** Finds or opens the direct space with somebody, guest or not. A guest must be online in a space of the bot's. */
    CompletionStage<Space> direct(User person);

    /** The ids of the spaces that are joined right now. */
    Set<String> joined();
}
