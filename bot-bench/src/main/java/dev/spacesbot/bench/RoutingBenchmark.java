package dev.spacesbot.bench;

import dev.spacesbot.Reply;
import dev.spacesbot.config.Rules;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.Envelope;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.Interceptor;
import dev.spacesbot.internal.dispatch.Invocation;
import dev.spacesbot.internal.dispatch.Occasion;
import dev.spacesbot.internal.dispatch.Router;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a message to the method that handles it, its arguments bound: every command in turn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // made by set-up
public class RoutingBenchmark {

    private static final Space SPACE = new Space("60aa11bb22cc33dd44ee5501", "Lab", Space.Kind.GROUP);
    private static final User ANN = new User("5f00aa11bb22cc33dd44ee01", User.Kind.USER, "ann@example.org", "Ann");
    static final User BOT = new User("5f00aa11bb22cc33dd44ee02", User.Kind.USER, "bot@example.org", "Robo");

    /** Stands before the handler, with its arguments at hand, and goes no further. */
    private static final Interceptor STOP = call -> null;

    /** How many commands the bot has. */
    @Param({"10", "1000"})
    public int commands;

    /** Whether the handler is invoked, by reflection, or everything stops once its arguments are bound. */
    @Param({"false", "true"})
    public boolean invoked;

    private Router router;
    private Message[] messages;
    private int next;

    /** Makes the bot and a message for each of its commands, each third of them with the optional part. */
    @Setup
    public void makeBot() throws ReflectiveOperationException {
        router = router(commands, invoked);
        messages = new Message[commands];
        for (int i = 0; i < commands; i++) {
            messages[i] = message("cmd" + Workload.digits(3, i) + " web to prod" + (i % 3 == 0 ? " in 10m" : ""));
        }
    }

    /** A bot with so many commands, which are invoked or not. */
    static Router router(int commands, boolean invoked) throws ReflectiveOperationException {
        try {
            String folder = Handlers.typed(commands).classPath().split(File.pathSeparator, 2)[0];
            URLClassLoader classes = new URLClassLoader(
                    new URL[] {Path.of(folder).toUri().toURL()}, RoutingBenchmark.class.getClassLoader());
            Class<?> handlers = classes.loadClass("dev.spacesbot.bench.generated.Commands");
            return new dev.spacesbot.internal.dispatch.Handlers(
                            invoked ? List.of(handlers) : List.of(handlers, STOP), List.of(), List.of())
                    .router(Rules.defaults());
        } catch (MalformedURLException e) {
            throw new IllegalStateException("A temporary folder has an address", e);
        }
    }

    private static Message message(String text) {
        Envelope envelope = new Envelope("60aa22cc33dd44ee55ff6602", SPACE, ANN, Instant.EPOCH, null, Change.CREATED);
        return new Message(envelope, text, text, List.of(), List.of(), null);
    }

    /** Finds the handler of the next message, binds its arguments and perhaps invokes it. */
    @Benchmark
    public @Nullable Object route() throws Throwable {
        Message message = messages[next];
        next = next + 1 == messages.length ? 0 : next + 1;
        Object last = null;
        for (Invocation invocation : router.route(message, BOT, NoContext.NONE)) {
            last = invocation.run(Occasion.of(message), NoContext.NONE, RoutingBenchmark::unexpected);
        }
        return last;
    }

    private static void unexpected(Reply reply) {
        throw new IllegalStateException("No command should answer, but one said: " + reply);
    }
}
