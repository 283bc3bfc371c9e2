package dev.spacesbot.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.config.Rules;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.internal.dispatch.Handlers;
import dev.spacesbot.internal.time.HandTimers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole runtime over a service that fails in every way it knows, on many threads. */
class BotRuntimeTest {

    private static final int SPACES = 12;
    private static final int MESSAGES = 40;
    private static final int AUTHORS = 3;
    private static final Duration STEP = Duration.ofMillis(200);

    private final HandTimers timers = new HandTimers();
    private final ExecutorService threads = Threads.pool("test");
    private final List<CompletableFuture<String>> sendings = new ArrayList<>();

    static final class Echo {

        @OnMessage
        CompletionStage<String> echo(Message message) {
            String answer = "re " + message.text();
            return message.text().endsWith("7")
                    ? CompletableFuture.supplyAsync(() -> answer)
                    : CompletableFuture.completedFuture(answer);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "3, 0", "4, 0", "5, 600", "6, 600", "7, 2000", "8, 2000"})
    @Timeout(60)
    void answersEverythingOnceAndInOrderWhateverTheServiceDoes(long seed, int perMinute) throws Exception {
        UnreliableService service = new UnreliableService(seed);
        BotRuntime runtime = runtime(service, seed, perMinute);
        runtime.start();

        for (int i = 0; i < MESSAGES; i++) {
            for (int space = 0; space < SPACES; space++) {
                service.ann("s" + space, "ann " + i);
            }
            authorsSay(runtime, i);
            step(service);
        }
        service.liftFaults();
        // Not so many steps: where the machine is busy, thousands go by before a thread runs that was woken.
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (busy(runtime) && System.nanoTime() < end) {
            step(service);
        }

        assertThat(runtime.pendingTurns().get()).isZero();
        assertThat(runtime.pendingReplies().get()).isZero();
        assertThat(sendings).allMatch(sending -> sending.join().startsWith("m"));
        for (int space = 0; space < SPACES; space++) {
            everythingIsSaidOnceAndInOrder(service, "s" + space);
        }
        assertThat(runtime.stop(Duration.ofSeconds(1))).isEmpty();
        threads.shutdownNow();
    }

    private void everythingIsSaidOnceAndInOrder(UnreliableService service, String spaceId) {
        List<String> said = service.said(spaceId);
        assertThat(said.stream().filter(text -> text.startsWith("re ")))
                .containsExactlyElementsOf(service.delivered(spaceId).stream()
                        .map(text -> "re " + text)
                        .toList());
        for (int author = 0; author < AUTHORS; author++) {
            String name = "author " + author + " ";
            assertThat(said.stream().filter(text -> text.startsWith(name)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, MESSAGES).mapToObj(i -> name + i).toList());
        }
    }

    /** Authors of a round speak at the same time, each in every space. */
    private void authorsSay(BotRuntime runtime, int round) {
        ExecutorService authors = Executors.newFixedThreadPool(AUTHORS);
        List<CompletableFuture<List<CompletableFuture<String>>>> all = IntStream.range(0, AUTHORS)
                .mapToObj(author -> CompletableFuture.supplyAsync(() -> say(runtime, author, round), authors))
                .toList();
        all.forEach(each -> sendings.addAll(each.join()));
        authors.shutdown();
    }

    private static List<CompletableFuture<String>> say(BotRuntime runtime, int author, int round) {
        return IntStream.range(0, SPACES)
                .mapToObj(space -> runtime.spaces()
                        .send("s" + space, "author " + author + " " + round)
                        .toCompletableFuture())
                .toList();
    }

    private void step(UnreliableService service) throws Exception {
        service.settle();
        timers.advance(STEP);
        service.settle();
    }

    private boolean busy(BotRuntime runtime) {
        // In the order of a message's way: what has moved on is counted where it is then.
        return runtime.spacesBehind() > 0
                || runtime.pendingTurns().get() > 0
                || runtime.pendingReplies().get() > 0
                || !sendings.stream().allMatch(CompletableFuture::isDone);
    }

    private BotRuntime runtime(UnreliableService service, long seed, int perMinute) {
        List<SpaceRef> spaces = IntStream.range(0, SPACES)
                .mapToObj(space -> SpaceRef.open("s" + space))
                .toList();
        return new BotRuntime(
                new BotRuntime.Task(
                        new Handlers(List.of(new Echo()), List.of(), List.of()).router(Rules.defaults()),
                        spaces,
                        false,
                        perMinute,
                        Rules.defaults()),
                service,
                new Surroundings(timers, threads, new Random(seed)),
                Observer.NONE,
                reason -> {});
    }
}
