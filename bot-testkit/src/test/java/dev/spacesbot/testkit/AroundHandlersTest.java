package dev.spacesbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.event.Presence;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.HandlerCall;
import dev.spacesbot.handler.Interceptor;
import dev.spacesbot.handler.OnError;
import dev.spacesbot.handler.OnJoin;
import dev.spacesbot.handler.OnLeave;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnPresence;
import dev.spacesbot.handler.OnStart;
import dev.spacesbot.handler.OnStop;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AroundHandlersTest {

    @Test
    void interceptorsStandAroundEveryHandlerInTheirOrder() {
        List<String> seen = new ArrayList<>();
        Interceptor shouting = call -> Objects.toString(call.proceed()).toUpperCase(Locale.ROOT);

        try (TestBot bot =
                TestBot.of(new Greeter(), new Noting("inner", 2, seen), new Noting("outer", 1, seen), shouting)) {
            TestSpace lab = bot.space("Lab");
            lab.user("Ann").says("hello");

            lab.expect("HELLO, ANN");
        }
        assertThat(seen)
                .containsExactly("outer Greeter.hello hello by Ann in Lab", "inner Greeter.hello hello by Ann in Lab");
    }

    @Test
    void whoeverProceedsTwiceDoesNotGetPastTheNextInterceptor() {
        Interceptor trying = new Interceptor() {

            @Override
            public @Nullable Object intercept(HandlerCall call) throws Exception {
                Object first = call.proceed();
                return first == null ? call.proceed() : first;
            }

            @Override
            public int order() {
                return -1;
            }
        };
        Interceptor refusing = call -> null;

        try (TestBot bot = TestBot.of(new Greeter(), trying, refusing)) {
            bot.space("Lab").user("Ann").says("hello");

            assertThat(bot.expectFailure(IllegalStateException.class))
                    .hasMessage("An interceptor of Greeter.hello proceeded twice; once is enough");
        }
    }

    @Test
    void theNearestErrorHandlerAnswers() {
        try (TestBot bot = TestBot.of(new Failing())) {
            TestSpace lab = bot.space("Lab");

            lab.user("Ann").says("fail file");
            lab.expect("No file, Ann.");
            lab.user("Ann").says("fail io");
            lab.expect("Trouble in Lab: io");
            lab.user("Ann").says("fail later");
            lab.expect("Trouble in Lab: later");
            lab.user("Ann").says("fail else");

            assertThat(lab.lastReply().text()).startsWith("Sorry, something went wrong here (reference ");
            assertThat(bot.expectFailure(IllegalStateException.class)).hasMessage("else");
        }
    }

    @Test
    void theMomentsOfABotsLifeHaveHandlers() {
        Life life = new Life();

        TestBot bot = TestBot.of(life);
        TestSpace lab = bot.space("Lab");
        lab.expect("Hello everybody in Lab!");
        bot.faults().dropConnections();
        bot.clock().advance(Duration.ofSeconds(2));
        lab.expectNothing();
        bot.spaces().leave(lab.id());
        bot.settle();
        bot.stop();
        bot.close();

        assertThat(life.seen).containsExactly("start", "leave Lab", "stop");
    }

    @Test
    void peopleComingAndGoingHaveHandlers() {
        try (TestBot bot = TestBot.of(new Doorman())) {
            TestSpace lab = bot.space("Lab");
            TestUser ann = lab.user("Ann");

            ann.enters();
            lab.expect("ENTERED Ann");
            ann.types();
            lab.expectNothing();
            ann.leaves();
            lab.expect("LEFT Ann");
        }
    }

    private record Noting(String name, int order, List<String> seen) implements Interceptor {

        @Override
        public @Nullable Object intercept(HandlerCall call) throws Exception {
            seen.add(name + " " + call.handler() + " " + call.command() + " by "
                    + call.sender().map(User::displayName).orElse("nobody") + " in "
                    + call.space().map(Space::title).orElse("no space"));
            return call.proceed();
        }
    }

    private static final class Greeter {

        @OnMessage("hello")
        String hello(User sender) {
            return "Hello, " + sender.displayName();
        }
    }

    private static final class Failing {

        @OnMessage("fail {how}")
        CompletionStage<String> fail(String how) throws IOException {
            switch (how) {
                case "file" -> throw new FileNotFoundException(how);
                case "io" -> throw new IOException(how);
                case "later" -> {
                    return CompletableFuture.failedFuture(new IOException(how));
                }
                default -> throw new IllegalStateException(how);
            }
        }

        @OnError(IOException.class)
        String trouble(IOException error, Space space) {
            return "Trouble in " + space.title() + ": " + error.getMessage();
        }

        @OnError(FileNotFoundException.class)
        String noFile(User sender) {
            return "No file, " + sender.displayName() + ".";
        }
    }

    private static final class Life {

        private final List<String> seen = new CopyOnWriteArrayList<>();

        @OnStart
        void start() {
            seen.add("start");
        }

        @OnJoin
        String join(Space space) {
            return "Hello everybody in " + space.title() + "!";
        }

        @OnLeave
        void leave(Space space) {
            seen.add("leave " + space.title());
        }

        @OnStop
        void stop() {
            seen.add("stop");
        }
    }

    private static final class Doorman {

        @OnPresence
        String seen(Presence presence, User who) {
            return presence.kind() + " " + who.displayName();
        }
    }
}
