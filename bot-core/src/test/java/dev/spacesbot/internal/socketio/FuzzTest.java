package dev.spacesbot.internal.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.spacesbot.config.Rules;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.event.Task;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnPost;
import dev.spacesbot.handler.OnPresence;
import dev.spacesbot.handler.OnTask;
import dev.spacesbot.internal.dispatch.Handlers;
import dev.spacesbot.internal.runtime.BotRuntime;
import dev.spacesbot.internal.runtime.Observer;
import dev.spacesbot.internal.runtime.Surroundings;
import dev.spacesbot.internal.time.HandTimers;
import dev.spacesbot.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Frames that are nearly right, from the socket to the handlers: nothing escapes, nothing stops, and nothing grows. */
class FuzzTest {

    /** The long run has a million. */
    private static final int FRAMES = Integer.getInteger("fuzz.count", 20_000);

    private static final long SEED = Long.getLong("fuzz.seed", 42);
    private static final int BATCH = 500;
    private static final long MOST_BYTES = 256L << 20;

    static final class Answering {

        @OnMessage("ping {number}")
        String ping(int number) {
            return "pong " + number;
        }

        @OnMessage("remind {delay} {what...}")
        String remind(Duration delay, String what, User sender) {
            return what + " in " + delay + ", " + sender.displayName();
        }

        @OnMessage
        String other(Message message) {
            return "? " + message.text();
        }

        @OnTask
        String task(Task task) {
            return task.title() + task.assignees();
        }

        @OnPost
        String post(Post post) {
            return post.title() + post.html();
        }

        @OnPresence
        void presence(Presence presence) {
            assertThat(presence.kind()).isNotNull();
        }
    }

    private final HandTimers timers = new HandTimers();
    private final FedTransport transport = new FedTransport();
    private final Mutation mutation = new Mutation(new Random(SEED));
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.spacesbot");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private int answers;

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
        logger.setLevel(Level.WARN);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    private BotRuntime runtime() {
        Rules rules = Rules.defaults().withLoopGuard(0);
        return new BotRuntime(
                new BotRuntime.Task(
                        new Handlers(List.of(new Answering()), List.of(), List.of()).router(rules),
                        List.of(SpaceRef.open("lab")),
                        false,
                        0,
                        rules),
                transport,
                new Surroundings(
                        timers, Runnable::run, Runnable::run, new Random(1), Store.inMemory(), true, Duration.ZERO),
                Observer.NONE,
                reason -> {});
    }

    @Test
    void whateverComesTheNextGoodMessageIsAnswered() {
        BotRuntime runtime = runtime();
        runtime.start();
        String frame = "";
        for (int i = 0; i < FRAMES; i++) {
            frame = mutation.next();
            transport.feed(frame);
            if (i % BATCH == 0) {
                check(i, frame);
            }
        }
        check(FRAMES, frame);
        runtime.stop(Duration.ZERO);
        // Most of them are right enough to be read, and many to be answered.
        assertThat(answers).isGreaterThan(FRAMES / 10);
        System.gc();
        assertThat(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory())
                .isLessThan(MOST_BYTES);
    }

    private void check(int number, String last) {
        timers.advance(Duration.ofSeconds(30));
        transport.say("ping " + number);
        timers.advance(Duration.ofSeconds(30));
        String where = "seed " + SEED + ", frame " + number + ", the last one: " + last;
        List<String> said = transport.said();
        answers += said.size();
        assertThat(said).as(where).contains("pong " + number);
        assertThat(log.list).filteredOn(FuzzTest::isMistake).as(where).isEmpty();
        log.list.clear();
    }

    /** What is told with a stack trace was not foreseen. */
    private static boolean isMistake(ILoggingEvent event) {
        return event.getThrowableProxy() != null;
    }
}
