package dev.spacesbot.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadsTest {

    private final ExecutorService pool = Threads.pool("greeter");
    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void endThreads() {
        pool.shutdownNow();
    }

    @Test
    void runsAsManyBlockedTasksAsTheBoundSaysAndTheRestAfterThem() {
        for (int i = 0; i < 300; i++) {
            pool.execute(this::block);
        }
        await().untilAsserted(() -> assertThat(begun).hasValue(256));

        gate.countDown();

        await().untilAsserted(() -> assertThat(begun).hasValue(300));
    }

    @Test
    void tasksThatWaitForAFutureTakeNoMoreThreadsThanTheBoundSays() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        for (int i = 0; i < 600; i++) {
            pool.execute(() -> {
                begun.incrementAndGet();
                answer.join();
            });
        }
        await().untilAsserted(() -> assertThat(begun).hasValue(256));
        await().during(Duration.ofMillis(200)).until(() -> begun.get() == 256);

        answer.complete(null);

        await().untilAsserted(() -> assertThat(begun).hasValue(600));
    }

    @Test
    void namesThreadsAfterTheBotAndDoesNotKeepTheProcessAlive() throws Exception {
        Thread thread = pool.submit(Thread::currentThread).get();

        assertThat(thread.getName()).startsWith("greeter-");
        assertThat(thread.isDaemon()).isTrue();
    }

    private void block() {
        begun.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
