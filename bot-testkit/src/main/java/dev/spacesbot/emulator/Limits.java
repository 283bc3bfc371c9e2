package dev.spacesbot.emulator;

/**
 * How much the service takes from one user; 0 stands for no limit.
 *
 * @param socketsPerUser how many connections at a time; one more is refused
 * @param payloadBytes how long the JSON of an event may be, in UTF-8
 * @param eventsPerMinute how many events may come in within any 60 seconds, all of the user's connections together
 * @param uploadBytes how long a file may be
 * @param uploadsPerMinute how many files may be announced within any 60 seconds
 * @param restCallsInFiveMinutes how many REST calls may come in within any 5 minutes
 * @param sameRestCallsPerMinute how many of them may be the same call, whatever it is for, within any 60 seconds
 */
public record Limits(
        int socketsPerUser,
        int payloadBytes,
        int eventsPerMinute,
        long uploadBytes,
        int uploadsPerMinute,
        int restCallsInFiveMinutes,
        int sameRestCallsPerMinute) {

    private static final int SOCKETS = 3;
    private static final int PAYLOAD = 16 * 1024;
    private static final int EVENTS = 200;
    private static final long UPLOAD = 1L << 30;
    private static final int UPLOADS = 30;

    /**
     * What the service's page on limits says: 3 sockets, 16 KB, 200 events, 30 files of 1 GB. REST calls are not limited, since
     * a test's clock stands still: see {@link #withRestCalls}.
     */
    public static Limits documented() {
        return new Limits(SOCKETS, PAYLOAD, EVENTS, UPLOAD, UPLOADS, 0, 0);
    }

    /** No limits at all. */
    public static Limits none() {
        return new Limits(0, 0, 0, 0, 0, 0, 0);
    }

    /** The same with another number of connections a user. */
    public Limits withSocketsPerUser(int sockets) {
        return new Limits(
                sockets,
                payloadBytes,
                eventsPerMinute,
                uploadBytes,
                uploadsPerMinute,
                restCallsInFiveMinutes,
                sameRestCallsPerMinute);
    }

    /** The same with another length of an event. */
    public Limits withPayloadBytes(int bytes) {
        return new Limits(
                socketsPerUser,
                bytes,
                eventsPerMinute,
                uploadBytes,
                uploadsPerMinute,
                restCallsInFiveMinutes,
                sameRestCallsPerMinute);
    }

    /** The same with another number of events a minute. */
    public Limits withEventsPerMinute(int events) {
        return new Limits(
                socketsPerUser,
                payloadBytes,
                events,
                uploadBytes,
                uploadsPerMinute,
                restCallsInFiveMinutes,
                sameRestCallsPerMinute);
    }

    /** The same with another length of a file. */
    public Limits withUploadBytes(long bytes) {
        return new Limits(
                socketsPerUser,
                payloadBytes,
                eventsPerMinute,
                bytes,
                uploadsPerMinute,
                restCallsInFiveMinutes,
                sameRestCallsPerMinute);
    }

    /** The same with another number of files a minute. */
    public Limits withUploadsPerMinute(int uploads) {
        return new Limits(
                socketsPerUser,
                payloadBytes,
                eventsPerMinute,
                uploadBytes,
                uploads,
                restCallsInFiveMinutes,
                sameRestCallsPerMinute);
    }

    /** The same with another number of REST calls; 600 and 60 are what the service's page on limits says. */
    public Limits withRestCalls(int inFiveMinutes, int samePerMinute) {
        return new Limits(
                socketsPerUser,
                payloadBytes,
                eventsPerMinute,
                uploadBytes,
                uploadsPerMinute,
                inFiveMinutes,
                samePerMinute);
    }
}
