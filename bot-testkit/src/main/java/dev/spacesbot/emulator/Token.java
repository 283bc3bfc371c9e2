package dev.spacesbot.emulator;

import java.time.Instant;

/** A token: whose, and until when. */
record Token(String value, EmulatedUser user, Instant expires) {

    boolean valid(Instant now) {
        return now.isBefore(expires);
    }

    /** Without the token itself. */
    @Override
    public String toString() {
        return "Token of " + user + " until " + expires;
    }
}
