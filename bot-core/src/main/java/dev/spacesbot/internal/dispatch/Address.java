package dev.spacesbot.internal.dispatch;

import dev.spacesbot.event.User;
import org.jspecify.annotations.Nullable;

/** Somebody addressing the bot: {@code @name} in front of what they say. */
final class Address {

    private Address() {}

    /** The text without a mention of the bot in front, and without the comma or colon behind it. */
    static String strip(String text, @Nullable User self) {
        if (self == null || !text.startsWith("@")) {
            return text;
        }
        String name = self.displayName();
        int end = 1 + name.length();
        if (name.isEmpty() || !text.regionMatches(true, 1, name, 0, name.length())) {
            return text;
        }
        if (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            return text;
        }
        while (end < text.length() && (text.charAt(end) == ',' || text.charAt(end) == ':')) {
            end++;
        }
        return text.substring(end).strip();
    }
}
