package dev.spacesbot.internal.dispatch;

import dev.spacesbot.event.Mention;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.Addressed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as the bot hears it.
 *
 * @param message as it came
 * @param text without the bot's name in front, and without the comma or colon behind it
 * @param toBot whether it is said to the bot: mentioned, named in front, or alone with whoever writes
 */
record Heard(Message message, String text, boolean toBot) {

    /** Listens to a message; {@code self} is who the bot is, null where that is not known. */
    static Heard of(Message message, @Nullable User self) {
        boolean direct = isDirect(message);
        if (self == null) {
            return new Heard(message, message.text(), direct);
        }
        Optional<Mention> mention = message.mentions().stream()
                .filter(mentioned -> mentioned.userId().equals(self.id()))
                .findFirst();
        String text = message.text();
        String rest =
                mention.map(mentioned -> after(text, mentioned.displayName())).orElse(null);
        if (rest == null && text.startsWith("@")) {
            rest = afterName(text, self);
        }
        return new Heard(message, rest == null ? text : rest, direct || mention.isPresent() || rest != null);
    }

    private static @Nullable String afterName(String text, User self) {
        String rest = after(text, self.username());
        rest = rest == null ? after(text, self.displayName()) : rest;
        int at = self.username().indexOf('@');
        return rest == null && at > 0 ? after(text, self.username().substring(0, at)) : rest;
    }

    /** The text behind a name in front, with or without its sign; null where the name does not stand there. */
    private static @Nullable String after(String text, String name) {
        String bare = name.startsWith("@") ? name.substring(1) : name;
        int start = text.startsWith("@") ? 1 : 0;
        int end = start + bare.length();
        if (bare.isBlank() || !text.regionMatches(true, start, bare, 0, bare.length())) {
            return null;
        }
        if (end < text.length() && continues(text.charAt(end))) {
            return null;
        }
        while (end < text.length() && (text.charAt(end) == ',' || text.charAt(end) == ':')) {
            end++;
        }
        return text.substring(end).strip();
    }

    private static boolean continues(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    /** Whether a handler that wants to be addressed like this takes it. */
    boolean reaches(Addressed addressed) {
        return switch (addressed) {
            case AS_CONFIGURED, ANY -> true;
            case MENTION -> toBot;
            case DIRECT -> isDirect(message);
        };
    }

    /** The same as if it were said to the bot, in another space. */
    Heard saidTo(Space space) {
        return new Heard(message.in(message.envelope().in(space)), text, true);
    }

    private static boolean isDirect(Message message) {
        return message.space().kind() == Space.Kind.DIRECT;
    }
}
