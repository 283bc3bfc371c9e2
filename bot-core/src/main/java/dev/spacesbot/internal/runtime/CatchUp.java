package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.internal.journal.Journal;
import dev.spacesbot.transport.Transport;
import dev.spacesbot.transport.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches what was said in spaces while the bot was not there, or had no room for it, and hands it to the intake before what
 * comes then. Safe for use by several threads; whoever asks does not wait.
 */
final class CatchUp implements JoinListener {

    /** The service allows 60 such calls a minute. */
    private static final int CALLS_PER_MINUTE = 50;

    /** Where the history cannot be read for so long, what comes is handled, and what came before, once it can. */
    static final Duration LIVE_WAITS_FOR = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(CatchUp.class);

    private final Transport transport;
    private final Journal journal;
    private final Intake intake;
    private final Surroundings surroundings;
    private final Bounds bounds;
    private final Pacer pacer;
    private final Backoff backoff;
    private final Set<String> wanted = new LinkedHashSet<>();
    private final Set<String> alone = new HashSet<>();
    private final Beginnings beginnings;
    private boolean working;
    private int failures;
    private Instant failingSince = Instant.MAX;
    private int connection;

    CatchUp(Transport transport, Journal journal, Intake intake, Surroundings surroundings, Bounds bounds) {
        this.transport = transport;
        this.journal = journal;
        this.intake = intake;
        this.surroundings = surroundings;
        this.bounds = bounds;
        this.pacer = new Pacer(CALLS_PER_MINUTE, surroundings.timers());
        this.backoff = surroundings.backoff();
        this.beginnings = new Beginnings(journal, surroundings.background(), this::begun, this::fetch);
    }

    /** What people say to the bot alone comes without joining: so does what they said meanwhile. */
    void connected() {
        for (String spaceId : journal.directs()) {
            intake.keepBack(spaceId);
            fetch(spaceId);
        }
    }

    @Override
    public synchronized void disconnected() {
        // Every space is fetched again once it is joined again.
        connection++;
        wanted.clear();
    }

    @Override
    public void joined(String spaceId, Instant since) {
        intake.keepBack(spaceId);
        if (journal.knows(spaceId)) {
            fetch(spaceId);
        } else {
            // What was said before is none of the bot's business.
            beginnings.begin(spaceId, since);
        }
    }

    private void begun(String spaceId) {
        synchronized (this) {
            if (wanted.contains(spaceId)) {
                // Joined again meanwhile: what was missed comes first.
                return;
            }
        }
        if (intake.caughtUp(spaceId, List.of()) == Intake.Rest.FETCH) {
            fetch(spaceId);
        }
    }

    @Override
    public void refused(String spaceId, String reason) {}

    /** Fetches what came after that which is handled in a space. */
    void fetch(String spaceId) {
        synchronized (this) {
            wanted.add(spaceId);
            if (working) {
                return;
            }
            working = true;
        }
        work();
    }

    private void work() {
        pacer.submit(Pacer.Priority.SEND, () -> {
            surroundings.background().execute(this::fetchNext);
            return true;
        });
    }

    private void fetchNext() {
        List<String> batch;
        int from;
        synchronized (this) {
            batch = next();
            from = connection;
            working = !batch.isEmpty();
            if (!working) {
                return;
            }
        }
        try {
            fetch(batch, from);
            succeeded();
            work();
        } catch (TransportException e) {
            failed(batch, from, e);
        } catch (RuntimeException e) {
            log.error("The history cannot be read in a way that was not foreseen", e);
            failed(batch, from, new TransportException(TransportException.Kind.UNAVAILABLE, e.toString(), e));
        }
    }

    /** Those that have the same way to go are fetched together. */
    private List<String> next() {
        List<String> batch = wanted.stream()
                .filter(alone::contains)
                .findFirst()
                .map(List::of)
                .orElseGet(() -> wanted.stream()
                        .sorted(Comparator.comparing(this::from))
                        .limit(Transport.MOST_SPACES)
                        .toList());
        batch.forEach(wanted::remove);
        batch.forEach(alone::remove);
        return batch;
    }

    private Instant from(String spaceId) {
        return journal.of(spaceId).from();
    }

    private void fetch(List<String> batch, int from) {
        Instant since =
                batch.stream().map(this::from).min(Comparator.naturalOrder()).orElse(Instant.MAX);
        Instant oldest = bounds.oldest();
        Map<String, List<SpaceEvent>> found = transport.changes(batch, since.isBefore(oldest) ? oldest : since).stream()
                .collect(Collectors.groupingBy(event -> event.space().id()));
        for (String spaceId : batch) {
            Instant begin = from(spaceId);
            bounds.skip(spaceId, oldest);
            List<SpaceEvent> missed = found.getOrDefault(spaceId, List.of()).stream()
                    .filter(event -> !event.changed().isBefore(begin))
                    .toList();
            if (hand(spaceId, withinBounds(spaceId, missed), from)
                    && journal.of(spaceId).isUnread()) {
                // Not before it is handled: this process may die meanwhile.
                intake.afterwards(spaceId, () -> read(spaceId, from));
            }
        }
    }

    private void read(String spaceId, int from) {
        synchronized (this) {
            if (from != connection || wanted.contains(spaceId)) {
                return;
            }
        }
        journal.read(spaceId);
    }

    private List<SpaceEvent> withinBounds(String spaceId, List<SpaceEvent> events) {
        List<SpaceEvent> news = events.stream()
                .filter(event -> !intake.isOwnWord(event) && journal.of(spaceId).isNews(event))
                .toList();
        return bounds.newest(spaceId, news);
    }

    /** Returns whether the space has caught up with that. */
    private boolean hand(String spaceId, List<SpaceEvent> missed, int from) {
        synchronized (this) {
            if (from != connection) {
                return false;
            }
        }
        if (!missed.isEmpty()) {
            log.info("{} messages of space {} are caught up", missed.size(), spaceId);
        }
        Intake.Rest rest = intake.caughtUp(spaceId, missed);
        if (rest == Intake.Rest.FETCH) {
            synchronized (this) {
                wanted.add(spaceId);
            }
        }
        return rest == Intake.Rest.NOTHING;
    }

    private synchronized void succeeded() {
        failures = 0;
        failingSince = Instant.MAX;
    }

    private void failed(List<String> batch, int from, TransportException e) {
        if (e.kind() == TransportException.Kind.REJECTED && batch.size() == 1) {
            String spaceId = batch.get(0);
            log.warn(
                    "What was said in space {} meanwhile cannot be read, and is not answered: {}",
                    spaceId,
                    e.getMessage());
            boolean unused = hand(spaceId, List.of(), from);
            work();
            return;
        }
        boolean split = e.kind() == TransportException.Kind.REJECTED;
        Instant now = surroundings.timers().now();
        boolean goLive;
        int count;
        synchronized (this) {
            if (from == connection) {
                wanted.addAll(batch);
                alone.addAll(split ? batch : List.of());
            }
            failures++;
            count = failures;
            failingSince = failingSince.equals(Instant.MAX) ? now : failingSince;
            goLive = !failingSince.plus(LIVE_WAITS_FOR).isAfter(now);
        }
        if (split) {
            work();
            return;
        }
        log.warn("The history cannot be read, and is tried again: {}", e.getMessage());
        if (goLive) {
            live();
        }
        Duration wait = e.retryAfter().orElseGet(() -> backoff.after(count));
        surroundings.timers().after(wait, this::work);
    }

    /** People shall not wait for ever. What was said before is handled as soon as it can be read. */
    private void live() {
        List<String> waiting;
        int from;
        synchronized (this) {
            waiting = new ArrayList<>(wanted);
            from = connection;
        }
        for (String spaceId : waiting) {
            journal.leaveUnread(spaceId);
            boolean unused = hand(spaceId, List.of(), from);
        }
    }
}
