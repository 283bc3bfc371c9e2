package dev.spacesbot.internal.dispatch;

import dev.spacesbot.Reply;
import dev.spacesbot.Spaces;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What handlers say to an event, without a bot around them. */
record Says(Router router) {

    private static final User ROBO = new User("5f00aa11bb22cc33dd44ee99", User.Kind.USER, "robo@example.org", "Robo");

    static Says with(Object... handlers) {
        return new Says(new Handlers(List.of(handlers), List.of(), List.of()).router());
    }

    List<String> to(String text) {
        return on(Events.message(text, Change.CREATED));
    }

    List<String> on(SpaceEvent event) {
        List<String> said = new ArrayList<>();
        for (Invocation invocation : router.route(event, ROBO)) {
            try {
                CompletionStage<?> rest = invocation.run(event, new NoSpaces(), reply -> said.add(reply.body()));
                if (rest != null) {
                    rest.toCompletableFuture().join();
                }
            } catch (Throwable e) {
                throw new AssertionError("A handler threw", e);
            }
        }
        return said;
    }

    private record NoSpaces() implements Spaces {

        @Override
        public CompletionStage<Void> join(String spaceId, @Nullable String password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Void> leave(String spaceId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<String> send(String spaceId, Reply reply) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Space> direct(String userId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> joined() {
            return Set.of();
        }
    }
}
