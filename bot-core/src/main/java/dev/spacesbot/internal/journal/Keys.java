package dev.spacesbot.internal.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What entries of the journal are found by. */
final class Keys {

    static final String HANDLED = "handled/";
    static final String SPACE = "space/";
    static final String DIRECT = "direct/";
    static final String SAID = "said/";
    static final String REPLY = "reply/";
    static final String PARKED = "parked/";

    /** Ids of the service have 24; three of these and the words around them are what a key may hold. */
    private static final int LONGEST = 64;

    private Keys() {}

    /** An id as a part of a key: itself, unless it is longer than ids are, or holds what separates parts. */
    static String part(String id) {
        return id.length() <= LONGEST && id.indexOf('/') < 0 && id.indexOf('~') < 0 ? id : "~" + digest(id);
    }

    /** The mark of a message, both ids as {@link #part parts}. */
    static String handled(String spacePart, String messagePart) {
        return HANDLED + spacePart + "/" + messagePart;
    }

    static String space(String spaceId) {
        return SPACE + part(spaceId);
    }

    static String said(String spaceId) {
        return SAID + part(spaceId);
    }

    private static String digest(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, LONGEST / 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
