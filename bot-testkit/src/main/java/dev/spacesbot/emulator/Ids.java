package dev.spacesbot.emulator;

import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids as the service makes them: 24 hexadecimal digits. The same sequence in every emulator. */
final class Ids {

    private static final String PREFIX = "60aa11bb22cc33dd";
    private static final int DIGITS = 8;
    private static final long SESSIONS = 0x0d2f_8a5e_77b1_4c4eL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final AtomicLong last = new AtomicLong();

    String next() {
        return PREFIX + HexFormat.of().toHexDigits(last.incrementAndGet(), DIGITS);
    }

    String nextSession() {
        return new UUID(SESSIONS, VARIANT | last.incrementAndGet()).toString();
    }

    String nextNumber() {
        return Long.toString(last.incrementAndGet());
    }
}
