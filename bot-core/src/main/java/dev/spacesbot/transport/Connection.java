package dev.spacesbot.transport;

import dev.spacesbot.event.SpaceRef;
import java.time.Duration;

/**
 * One live connection. None of its calls waits for an answer: answers come to the {@link ConnectionListener}. On a lost
 * connection they do nothing.
 */
public interface Connection {

    /** Asks to join a space; answered by {@code subscribed} or {@code subscribeFailed}. */
    void subscribe(SpaceRef space);

    /** Asks to leave a space; answered by {@code unsubscribed}. */
    void unsubscribe(String spaceId);

    /** Sends; answered by {@code received} with the same loopback text, or by {@code sendFailed}. */
    void send(Outgoing outgoing);

    /** Shows the others in a space that the bot came in, left or is typing; answered by nothing. */
    void presence(OutgoingPresence presence);

    /** How long nothing was heard of the other side, not even the answer to a ping; zero where that is not known. */
    default Duration silence() {
        return Duration.ZERO;
    }

    /** Ends the connection; the listener hears nothing more. Does nothing the second time. */
    void close();
}
