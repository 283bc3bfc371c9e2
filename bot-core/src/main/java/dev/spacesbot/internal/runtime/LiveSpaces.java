package dev.spacesbot.internal.runtime;

import dev.spacesbot.Reply;
import dev.spacesbot.Spaces;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.event.User;
import dev.spacesbot.transport.Transport;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a connected bot can do on its own initiative. */
final class LiveSpaces implements Spaces {

    private final Subscriptions subscriptions;
    private final Mail mail;
    private final Transport transport;
    private final Executor background;
    private final Consumer<String> left;

    /** {@code left} forgets what there is of a space. */
    LiveSpaces(
            Subscriptions subscriptions, Mail mail, Transport transport, Executor background, Consumer<String> left) {
        this.subscriptions = subscriptions;
        this.mail = mail;
        this.transport = transport;
        this.background = background;
        this.left = left;
    }

    @Override
    public CompletionStage<Void> join(String spaceId, @Nullable String password) {
        return onOwnThread(subscriptions.join(new SpaceRef(spaceId, password)));
    }

    @Override
    public CompletionStage<Void> leave(String spaceId) {
        CompletionStage<Void> done = subscriptions.leave(spaceId);
        left.accept(spaceId);
        return onOwnThread(done);
    }

    @Override
    public CompletionStage<String> send(String spaceId, Reply reply) {
        if (reply.extras().direct()) {
            throw new IllegalArgumentException("Reply.inDirectMessage is for what a handler returns: here, send to the"
                    + " space that Spaces.direct gives");
        }
        return reply.isBlank() ? CompletableFuture.completedFuture("") : onOwnThread(mail.send(spaceId, reply));
    }

    @Override
    public CompletionStage<Space> direct(String userId) {
        return CompletableFuture.supplyAsync(() -> transport.direct(userId), background);
    }

    @Override
    public CompletionStage<Space> direct(User person) {
        return CompletableFuture.supplyAsync(() -> transport.direct(person), background);
    }

    @Override
    public Set<String> joined() {
        return subscriptions.joined();
    }

    /** What an author does with the answer must not run on the socket's thread. */
    private <T> CompletionStage<T> onOwnThread(CompletionStage<T> stage) {
        return stage.thenApplyAsync(Function.identity(), background);
    }
}
