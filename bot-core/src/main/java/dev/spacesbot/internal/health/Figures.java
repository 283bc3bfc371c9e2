package dev.spacesbot.internal.health;

import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.internal.runtime.BotRuntime;
import dev.spacesbot.internal.runtime.Failure;
import dev.spacesbot.internal.runtime.Observer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Counts what becomes of events and replies. Safe for use by several threads. */
public final class Figures implements Observer {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Counter received = counter("messages.received", "Messages, tasks and posts whose handling began");
    private final Counter late = counter("messages.late", "Of these, those that were found in the history");
    private final Counter handled =
            counter("messages.handled", "Messages, tasks, posts and presence that were handled");
    private final Counter failed = counter("failures", "Handlers that failed, and replies that were not sent");
    private final Counter said = counter("replies.said", "Replies, and what the bot said on its own initiative");
    private final Counter confirmed = counter("replies.confirmed", "Of these, those that the service has");
    private final Counter parked = counter("given.up", "Replies and messages that were given up");
    private final Counter leftOut =
            counter("messages.left.out", "Missed messages that are not answered: more than catchUp.maxMessages");
    private final Counter tooLongPast =
            counter("gaps.left.out", "Stretches in a space that are not answered: longer past than catchUp.maxAge");
    private final Counter connections = counter("connections", "Connections, the first one among them");
    private final Map<String, Timer> handlers = new ConcurrentHashMap<>();

    private Counter counter(String name, String meaning) {
        return Counter.builder("spacesbot." + name).description(meaning).register(registry);
    }

    /** Shows from now on what a runtime has to do as well. */
    public void watch(BotRuntime runtime) {
        gauge("connected", "Whether there is a connection", () -> runtime.connected() ? 1 : 0);
        gauge(
                "spaces.joined",
                "Spaces that the bot is in",
                () -> runtime.spaces().joined().size());
        gauge("spaces.behind", "Spaces that wait for what was said in them before", runtime::spacesBehind);
        gauge(
                "lanes.waiting",
                "Turns that wait or run",
                () -> runtime.pendingTurns().get());
        gauge(
                "outbox.waiting",
                "Parts of replies that are not confirmed",
                () -> runtime.pendingReplies().get());
        gauge(
                "outbox.age.seconds",
                "For how long the reply that waits longest has been next in its space",
                () -> runtime.outboxAge().toMillis() / 1000.0);
    }

    private void gauge(String name, String meaning, Supplier<Number> value) {
        Gauge.builder("spacesbot." + name, value).description(meaning).register(registry);
    }

    /** In the text format of Prometheus. */
    String text() {
        return registry.scrape();
    }

    /** The counts by name, in the order in which people read them. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("received", count(received));
        counts.put("late", count(late));
        counts.put("handled", count(handled));
        counts.put("failed", count(failed));
        counts.put("said", count(said));
        counts.put("confirmed", count(confirmed));
        counts.put("givenUp", count(parked));
        counts.put("leftOut", count(leftOut));
        counts.put("tooLongPast", count(tooLongPast));
        counts.put("connections", count(connections));
        return counts;
    }

    private static long count(Counter counter) {
        return (long) counter.count();
    }

    @Override
    public void connected() {
        connections.increment();
    }

    @Override
    public void received(SpaceEvent event, boolean foundLater) {
        received.increment();
        if (foundLater) {
            late.increment();
        }
    }

    @Override
    public void ran(String handler, Duration time) {
        handlers.computeIfAbsent(handler, this::timer).record(time);
    }

    private Timer timer(String handler) {
        return Timer.builder("spacesbot.handler")
                .description("The runs of each handler")
                .tag("handler", handler)
                .register(registry);
    }

    @Override
    public void handled(SpaceEvent event, List<String> by) {
        handled.increment();
    }

    @Override
    public void failed(Failure failure) {
        failed.increment();
    }

    @Override
    public void said() {
        said.increment();
    }

    @Override
    public void confirmed() {
        confirmed.increment();
    }

    @Override
    public void parked() {
        parked.increment();
    }

    @Override
    public void leftOut(int messages) {
        leftOut.increment(messages);
    }

    @Override
    public void tooLongPast() {
        tooLongPast.increment();
    }
}
