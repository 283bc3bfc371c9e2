package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.User;
import org.jspecify.annotations.Nullable;

/** Who the bot is. Safe for use by several threads. */
final class Identity {

    private volatile @Nullable User self;

    void set(User self) {
        this.self = self;
    }

    /** Null until the service said. */
    @Nullable
    User get() {
        return self;
    }

    boolean is(User user) {
        User me = self;
        return me != null && me.id().equals(user.id());
    }
}
