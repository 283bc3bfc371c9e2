package dev.spacesbot.interop;

import java.util.Random;

/** What a service may do to its clients. */
enum Fault {
    RESTART,
    REFUSE,
    EXPIRE,
    DROP,
    HANG_UP,
    KICK,
    DUPLICATE,
    SWAP,
    SWALLOW;

    private static final int LONGEST = 1_500;
    private static final int MOST = 20;

    /** Any of them. */
    static Fault any(Random random) {
        return values()[random.nextInt(values().length)];
    }

    void happen(RealServer server, Random random) {
        int milliseconds = 1 + random.nextInt(LONGEST);
        int count = 1 + random.nextInt(MOST);
        switch (this) {
            case RESTART -> server.fault("restart", milliseconds);
            case REFUSE -> server.fault("refuse", milliseconds);
            case EXPIRE -> server.expire();
            case DROP -> server.drop();
            case HANG_UP -> server.hangUp();
            case KICK -> server.kick();
            case DUPLICATE -> server.fault("duplicate", count);
            case SWAP -> server.fault("swap", count);
            case SWALLOW -> server.fault("swallow", 1 + count / 5);
        }
    }
}
