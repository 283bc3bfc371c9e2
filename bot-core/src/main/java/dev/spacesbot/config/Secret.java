package dev.spacesbot.config;

/**
 * A token, password or key. Prints as {@code ***}, so that no log, exception or printed configuration can show it.
 *
 * @param value the secret itself
 */
public record Secret(String value) {

    /** A text with {@code ***} in place of it. */
    String maskedIn(String text) {
        return value.isEmpty() ? text : text.replace(value, "***");
    }

    @Override
    public String toString() {
        return "***";
    }
}
