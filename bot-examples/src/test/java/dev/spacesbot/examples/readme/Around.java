package dev.spacesbot.examples.readme;

import dev.spacesbot.event.Presence;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.HandlerCall;
import dev.spacesbot.handler.Interceptor;
import dev.spacesbot.handler.OnError;
import dev.spacesbot.handler.OnPresence;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

final class Around implements Interceptor {

    @Override
    public @Nullable Object intercept(HandlerCall call) throws Exception {
        LoggerFactory.getLogger("calls").info("{} by {}", call.handler(), call.sender());
        return call.proceed();
    }

    @OnError(IOException.class)
    String unreachable(IOException error) {
        return "The other side does not answer; please try again later.";
    }

    @OnPresence(on = Presence.Kind.ENTERED)
    String welcome(User who) {
        return "Welcome, " + who.displayName() + "!";
    }
}
