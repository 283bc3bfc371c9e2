package dev.spacesbot.internal.guard;

import dev.spacesbot.config.Rules;
import dev.spacesbot.handler.Allow;
import dev.spacesbot.handler.Limit;
import dev.spacesbot.internal.text.Durations;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what annotations state, and tells what is wrong with it. */
public final class Stated {

    private static final Pattern SPACE_ID = Pattern.compile("[0-9a-fA-F]{24}");

    private Stated() {}

    /** Who may; problems are told without the place. */
    public static Rules.Access access(Allow allow, Consumer<String> problems) {
        for (String user : allow.users()) {
            if (user.isBlank()) {
                problems.accept("has an @Allow with an empty name of a user");
            }
        }
        for (String space : allow.spaces()) {
            if (!SPACE_ID.matcher(space.strip()).matches()) {
                problems.accept("has an @Allow for the space \"" + space
                        + "\", which is no space id: 24 hexadecimal digits, as the command 'spaces' shows them");
            }
        }
        return new Rules.Access(
                new HashSet<>(Arrays.asList(allow.users())),
                new HashSet<>(Arrays.asList(allow.roles())),
                new HashSet<>(Arrays.asList(allow.spaces())));
    }

    /** How often; null where it cannot be told, which is a problem. */
    public static Rules.@Nullable Quota quota(Limit limit, Consumer<String> problems) {
        Optional<Duration> per = Durations.parse(limit.per()).filter(span -> !span.isZero());
        if (per.isEmpty()) {
            problems.accept("has a @Limit per \"" + limit.per() + "\", which is not " + Durations.WANTED);
        }
        if (limit.value() < 1) {
            problems.accept("has a @Limit of " + limit.value() + "; it must be at least 1");
        }
        return per.isEmpty() || limit.value() < 1 ? null : new Rules.Quota(limit.value(), per.get(), limit.by());
    }
}
