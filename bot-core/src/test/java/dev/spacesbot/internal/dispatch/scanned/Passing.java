package dev.spacesbot.internal.dispatch.scanned;

import dev.spacesbot.handler.HandlerCall;
import dev.spacesbot.handler.Interceptor;
import org.jspecify.annotations.Nullable;

final class Passing implements Interceptor {

    private final Top top;

    Passing(Top top) {
        this.top = top;
    }

    @Override
    public @Nullable Object intercept(HandlerCall call) throws Exception {
        Interceptor anonymous = new Interceptor() {
            @Override
            public @Nullable Object intercept(HandlerCall inner) throws Exception {
                return inner.proceed();
            }
        };
        return top.hashCode() == 0 ? anonymous.intercept(call) : call.proceed();
    }
}
