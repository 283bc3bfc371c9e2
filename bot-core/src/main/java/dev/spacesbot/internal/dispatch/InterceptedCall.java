package dev.spacesbot.internal.dispatch;

import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.HandlerCall;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of a handler on its way through the interceptors. */
final class InterceptedCall implements HandlerCall {

    private final HandlerMethod method;
    private final Call call;
    private final @Nullable Object[] values;
    private int next;

    InterceptedCall(HandlerMethod method, Call call, @Nullable Object[] values) {
        this.method = method;
        this.call = call;
        this.values = values;
    }

    @Override
    public String handler() {
        return method.name();
    }

    @Override
    public String command() {
        return method.around().command();
    }

    @Override
    public Optional<SpaceEvent> event() {
        return Optional.ofNullable(call.occasion().event());
    }

    @Override
    public Optional<Space> space() {
        return Optional.ofNullable(call.occasion().space());
    }

    @Override
    public Optional<User> sender() {
        return Optional.ofNullable(call.sender());
    }

    @Override
    public @Nullable Object proceed() throws Exception {
        int at = next++;
        int count = method.around().interceptors().size();
        if (at > count) {
            throw new IllegalStateException("An interceptor of " + method.name() + " proceeded twice; once is enough");
        }
        return at == count
                ? method.invoke(values)
                : method.around().interceptors().get(at).intercept(this);
    }
}
