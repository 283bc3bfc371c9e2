package dev.spacesbot.emulator;

import java.time.Duration;

/**
 * How the emulator behaves where that is a matter of choice.
 *
 * @param limits what it takes from one user
 * @param pingInterval what it tells clients about how often to ping
 * @param pingTimeout how long after that a silent client is given up
 * @param badToken what a connection with a bad token gets
 * @param dropsExpired whether a live connection ends when its token expires
 */
public record EmulatorOptions(
        Limits limits, Duration pingInterval, Duration pingTimeout, BadToken badToken, boolean dropsExpired) {

    private static final Duration PING_INTERVAL = Duration.ofSeconds(25);
    private static final Duration PING_TIMEOUT = Duration.ofSeconds(60);

    /** What a connection with a bad token gets on the wire. */
    public enum BadToken {
        /** A {@code 44/chat} frame; the transport stays open, as with Socket.IO 1.7.3's own middleware. */
        NAMESPACE_ERROR,
        /** The same frame, and then the transport is closed. */
        CLOSE
    }

    /** As the service's documentation has it, and as Socket.IO 1.7.3 does where that is silent. */
    public static EmulatorOptions defaults() {
        return new EmulatorOptions(Limits.documented(), PING_INTERVAL, PING_TIMEOUT, BadToken.NAMESPACE_ERROR, true);
    }

    /** The same with other limits. */
    public EmulatorOptions withLimits(Limits limits) {
        return new EmulatorOptions(limits, pingInterval, pingTimeout, badToken, dropsExpired);
    }

    /** The same with other times for pings. */
    public EmulatorOptions withPings(Duration interval, Duration timeout) {
        return new EmulatorOptions(limits, interval, timeout, badToken, dropsExpired);
    }

    /** The same with another answer to a bad token. */
    public EmulatorOptions withBadToken(BadToken answer) {
        return new EmulatorOptions(limits, pingInterval, pingTimeout, answer, dropsExpired);
    }

    /** The same with another fate of connections whose token expires. */
    public EmulatorOptions withDropsExpired(boolean drops) {
        return new EmulatorOptions(limits, pingInterval, pingTimeout, badToken, drops);
    }
}
