package dev.spacesbot.config;

/**
 * A token, password or key. Prints as {@code ***}, so that no log, exception or printed configuration can show it.
 *
 * @param value the secret itself
 */
public record Secret(String value) {

    @Override
    public String toString() {
        return "***";
    }
}
