package dev.spacesbot.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import dev.spacesbot.transport.ConnectionListener;
import dev.spacesbot.transport.SendFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes down what a connection hears, one line each. */
class Recorder implements ConnectionListener {

    final List<String> lines = new CopyOnWriteArrayList<>();
    final List<SpaceEvent> events = new CopyOnWriteArrayList<>();
    volatile boolean wantsPresence;
    private int read;

    @Override
    public void subscribed(String spaceId) {
        lines.add("subscribed " + spaceId);
    }

    @Override
    public void subscribeFailed(String spaceId, String reason) {
        lines.add("not subscribed " + spaceId + " " + reason);
    }

    @Override
    public void unsubscribed(String spaceId) {
        lines.add("unsubscribed " + spaceId);
    }

    @Override
    public void received(SpaceEvent event, @Nullable String loopback) {
        events.add(event);
        lines.add(event.sender().displayName() + ": " + text(event) + (loopback == null ? "" : " <" + loopback + ">"));
    }

    @Override
    public boolean wantsPresence() {
        return wantsPresence;
    }

    private static String text(SpaceEvent event) {
        if (event instanceof Message message) {
            return message.text();
        }
        if (event instanceof Task task) {
            return "task " + task.title() + " " + task.status();
        }
        return event instanceof Presence presence ? presence.kind().toString() : "post " + ((Post) event).title();
    }

    @Override
    public void sendFailed(SendFailure failure) {
        lines.add("not sent <" + failure.loopback() + "> " + failure.reason()
                + (failure.subscriptionRequired() ? " (subscribe first)" : ""));
    }

    @Override
    public void lost(String reason) {
        lines.add("lost: " + reason);
    }

    /** The next lines, and no more, once they are there. */
    void expect(String... expected) {
        settled(() -> assertThat(unread()).containsExactly(expected));
        read = lines.size();
    }

    private List<String> unread() {
        List<String> all = List.copyOf(lines);
        return all.subList(read, all.size());
    }

    void forget() {
        read = lines.size();
    }

    void expectOne(Predicate<String> expected) {
        settled(() -> assertThat(unread()).singleElement().matches(expected));
        read = lines.size();
    }

    private static void settled(Runnable assertion) {
        await().pollDelay(Duration.ZERO).atMost(Duration.ofSeconds(10)).untilAsserted(assertion::run);
    }
}
