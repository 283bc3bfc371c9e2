package dev.spacesbot.emulator;

/**
 * How much the service takes from one user; 0 stands for no limit.
 *
 * @param socketsPerUser how many connections at a time; one more is refused
 * @param payloadBytes how long the JSON of an event may be, in UTF-8
 * @param eventsPerMinute how many events may come in within any 60 seconds, all of the user's connections together
 */
public record Limits(int socketsPerUser, int payloadBytes, int eventsPerMinute) {

    private static final int SOCKETS = 3;
    private static final int PAYLOAD = 16 * 1024;
    private static final int EVENTS = 200;

    /** What the service's page on limits says: 3 sockets, 16 KB, 200 events. */
    public static Limits documented() {
        return new Limits(SOCKETS, PAYLOAD, EVENTS);
    }

    /** No limits at all. */
    public static Limits none() {
        return new Limits(0, 0, 0);
    }

    /** The same with another number of connections a user. */
    public Limits withSocketsPerUser(int sockets) {
        return new Limits(sockets, payloadBytes, eventsPerMinute);
    }

    /** The same with another length of an event. */
    public Limits withPayloadBytes(int bytes) {
        return new Limits(socketsPerUser, bytes, eventsPerMinute);
    }

    /** The same with another number of events a minute. */
    public Limits withEventsPerMinute(int events) {
        return new Limits(socketsPerUser, payloadBytes, events);
    }
}
