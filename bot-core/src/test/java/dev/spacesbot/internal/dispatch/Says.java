package dev.spacesbot.internal.dispatch;

import dev.spacesbot.config.Rules;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.User;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What handlers say to an event, without a bot around them. */
record Says(Router router, String step) {

    private static final User ROBO = new User("5f00aa11bb22cc33dd44ee99", User.Kind.USER, "robo@example.org", "Robo");

    static Says with(Object... handlers) {
        return with(new Handlers(List.of(handlers), List.of(), List.of()).router(Rules.defaults()));
    }

    List<String> to(String text) {
        return on(Events.message(text, Change.CREATED));
    }

    List<String> on(SpaceEvent event) {
        List<String> said = new ArrayList<>();
        Here here = new Here(step);
        for (Invocation invocation : router.route(event, ROBO, here)) {
            try {
                CompletionStage<?> rest = invocation.run(
                        Occasion.of(event), here, reply -> said.add(reply.text().source()));
                if (rest != null) {
                    rest.toCompletableFuture().join();
                }
            } catch (Throwable e) {
                throw new AssertionError("A handler threw", e);
            }
        }
        return said;
    }

    static Says with(Router router) {
        return new Says(router, "");
    }

    /** The same, while the conversation is at a step. */
    Says during(String step) {
        return new Says(router, step);
    }
}
