package dev.spacesbot.internal.jdbc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What databases do not take in a text: a zero, and half of a pair that makes one letter. */
final class Texts {

    static final int LONGEST_KEY = 200;

    /** What a text of H2 can hold. */
    static final int LONGEST_JSON = 1_048_576;

    /** Java's patterns read whole letters, so that this finds a half only where its other half is missing. */
    private static final Pattern NOT_STORABLE = Pattern.compile("[\\x00\\x{D800}-\\x{DFFF}]");

    private Texts() {}

    /** The same JSON, with what databases do not take written as JSON's own escapes. */
    static String storable(String json) {
        Matcher matcher = NOT_STORABLE.matcher(json);
        return matcher.find()
                ? matcher.replaceAll(found ->
                        "\\\\u" + String.format("%04x", (int) found.group().charAt(0)))
                : json;
    }

    /** Refuses what is a mistake of the caller, before it comes between others. */
    static void checkKey(String key) {
        if (key.length() > LONGEST_KEY || NOT_STORABLE.matcher(key).find()) {
            throw new IllegalArgumentException("A key of a store has at most " + LONGEST_KEY
                    + " characters, whole ones and no zeros: '" + key + "'");
        }
    }

    /** Refuses what is longer than a text can be. */
    static void checkJson(String key, String json) {
        if (json.length() > LONGEST_JSON && storable(json).length() > LONGEST_JSON) {
            throw new IllegalArgumentException("An entry of a store has at most " + LONGEST_JSON + " characters; '"
                    + key + "' has " + json.length());
        }
    }
}
