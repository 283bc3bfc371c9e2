package dev.spacesbot.internal.dispatch;

import dev.spacesbot.Reply;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.Interceptor;
import dev.spacesbot.internal.guard.Guard;
import dev.spacesbot.internal.guard.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a handler.
 *
 * @param command the name of the command; empty where it is none
 * @param guard who may use it, and how often; null where everybody may, always
 * @param skipsLate whether messages that are found later are left out
 * @param interceptors the outermost first
 */
record Around(String command, @Nullable Guard guard, boolean skipsLate, List<Interceptor> interceptors) {

    /** Whether the guard turns whoever set the handler off away. */
    @Nullable
    Refusal refusal(Call call) {
        User sender = call.sender();
        Space space = call.occasion().space();
        return guard == null || sender == null || space == null
                ? null
                : guard.check(sender, space, call.context().people(), call.now().toInstant());
    }

    /** What to say to whoever is turned away; null for nothing. */
    static @Nullable Reply reply(Refusal refusal) {
        return refusal.text().isEmpty() ? null : Reply.text(refusal.text());
    }

    /** Whether whoever wrote may use it, now or later. */
    boolean allows(Call call) {
        User sender = call.sender();
        Space space = call.occasion().space();
        return guard == null
                || sender == null
                || space == null
                || guard.allows(sender, space, call.context().people());
    }
}
