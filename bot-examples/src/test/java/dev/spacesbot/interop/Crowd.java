package dev.spacesbot.interop;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Five people who ask in many spaces, one question after the other, each of them once. */
final class Crowd implements AutoCloseable {

    private static final List<String> PEOPLE = List.of("Ann", "Bob", "Cleo", "Dan", "Eve");

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final AtomicInteger last = new AtomicInteger();
    private final RealServer server;
    private final List<String> spaces;
    private final Random random;

    Crowd(RealServer server, int spaces, Random random) {
        this.server = server;
        this.spaces = IntStream.range(0, spaces)
                .mapToObj(i -> String.format("60aa11bb22cc33dd44ee%04d", i))
                .toList();
        this.random = random;
    }

    List<String> spaces() {
        return spaces;
    }

    /** One question in every space. */
    void askEverywhere() {
        spaces.forEach(space -> ask(space, PEOPLE.get(0)));
    }

    /** From now on so many questions a second, whatever becomes of them. */
    void begin(int perSecond) {
        long each = Duration.ofSeconds(1).toNanos() / perSecond;
        var unused = timer.scheduleAtFixedRate(() -> ask(any(spaces), any(PEOPLE)), each, each, TimeUnit.NANOSECONDS);
    }

    private String any(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void ask(String space, String person) {
        server.say(space, person, "count m" + last.incrementAndGet());
    }

    /** How many questions there were. */
    int asked() {
        return last.get();
    }

    /** Nobody asks any more. */
    @Override
    public void close() {
        timer.shutdownNow();
        try {
            boolean unused = timer.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
