package dev.spacesbot.internal.dispatch;

import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.HandlerCall;
import dev.spacesbot.handler.Interceptor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of a handler as one of the interceptors sees it: what is left of its way from there on. */
final class InterceptedCall implements HandlerCall {

    private final HandlerMethod method;
    private final Call call;
    private final @Nullable Object[] values;
    private final int next;
    private boolean proceeded;

    InterceptedCall(HandlerMethod method, Call call, @Nullable Object[] values) {
        this(method, call, values, 0);
    }

    private InterceptedCall(HandlerMethod method, Call call, @Nullable Object[] values, int next) {
        this.method = method;
        this.call = call;
        this.values = values;
        this.next = next;
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
        if (proceeded) {
            throw new IllegalStateException("An interceptor of " + method.name() + " proceeded twice; once is enough");
        }
        proceeded = true;
        List<Interceptor> interceptors = method.around().interceptors();
        return next == interceptors.size()
                ? method.invoke(values)
                : interceptors.get(next).intercept(new InterceptedCall(method, call, values, next + 1));
    }
}
