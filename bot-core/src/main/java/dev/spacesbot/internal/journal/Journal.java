package dev.spacesbot.internal.journal;

import dev.spacesbot.Reply;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import dev.spacesbot.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a bot keeps of the way of messages, so that after its process has died another goes on where it was. Safe for use by
 * several threads.
 */
public final class Journal {

    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    private final Store store;
    private final boolean lasting;
    private final Timers timers;
    private final Supplier<Instant> serviceTime;
    private final Map<String, SpaceLog> logs = new ConcurrentHashMap<>();
    private final Set<String> directs = ConcurrentHashMap.newKeySet();
    private final LastSaid said = new LastSaid();
    private final LetterKeys letterKeys = new LetterKeys();
    private final LastProcess last = new LastProcess();

    /**
     * Over a store.
     *
     * @param lasting whether anything is kept there; else all of it is forgotten with this process
     * @param serviceTime what time it is for the service
     */
    public Journal(Store store, boolean lasting, Timers timers, Supplier<Instant> serviceTime) {
        this.store = store;
        this.lasting = lasting;
        this.timers = timers;
        this.serviceTime = serviceTime;
    }

    boolean lasting() {
        return lasting;
    }

    /** What time it is for the service. */
    public Instant now() {
        return serviceTime.get();
    }

    /** Reads what earlier processes kept, once; returns the replies that they may not have sent, in order. May wait. */
    public List<Letter> open() {
        if (!lasting) {
            return List.of();
        }
        Instant now = timers.now();
        keepSoon(List.of(last.succeeded(store.find(LastProcess.KEY, now))));
        for (Entry entry : store.all(Keys.SPACE, now)) {
            String part = entry.key().substring(Keys.SPACE.length());
            logs.putIfAbsent(part, new SpaceLog(part, Bounds.read(entry)));
        }
        store.all(Keys.HANDLED, now).forEach(this::restore);
        store.all(Keys.DIRECT, now).forEach(entry -> directs.add(entry.key().substring(Keys.DIRECT.length())));
        said.restore(store.all(Keys.SAID, now));
        List<Letter> letters = new ArrayList<>();
        for (Entry entry : store.all(Keys.REPLY, now)) {
            letterKeys.after(entry.key());
            try {
                letters.add(Letter.read(entry));
            } catch (IllegalArgumentException e) {
                log.error("{} cannot be sent: {}", entry.key(), e.getMessage());
                park(entry.key(), entry.json(), e.getMessage() + "");
            }
        }
        if (!logs.isEmpty()) {
            log.info("Going on in {} spaces, with {} replies to be confirmed", logs.size(), letters.size());
        }
        return letters;
    }

    /** The process comes to its end with nothing half done: whatever follows, no event is to blame. */
    public void close() {
        keepSoon(List.of(last.ended()));
    }

    boolean suspects(SpaceEvent event) {
        return last.suspects(event);
    }

    void park(SpaceLog of, SpaceEvent event, String reason) {
        String what = Json.object()
                .put("space", event.space().id())
                .put("message", event.id())
                .toString();
        keepSoon(List.of(new Change.Put(Parked.entry(of.key(event), what, reason, now()))));
    }

    private void restore(Entry entry) {
        String rest = entry.key().substring(Keys.HANDLED.length());
        int slash = rest.indexOf('/');
        SpaceLog of = slash < 0 ? null : logs.get(rest.substring(0, slash));
        if (of == null) {
            keepSoon(List.of(new Change.Remove(entry)));
            return;
        }
        try {
            of.restore(rest.substring(slash + 1), Mark.parse(entry.json()), entry.revision());
        } catch (IllegalArgumentException e) {
            log.error("{} is passed over: {}", entry.key(), e.getMessage());
        }
    }

    /** Whether the bot was in that space before, in this process or in an earlier one. */
    public boolean knows(String spaceId) {
        return logs.containsKey(Keys.part(spaceId));
    }

    /** The log of a space; begun where it is not known, so that what is said from now on is the bot's business. */
    public SpaceLog of(String spaceId) {
        String part = Keys.part(spaceId);
        SpaceLog of = logs.get(part);
        return of == null ? logs.computeIfAbsent(part, this::begun) : of;
    }

    /** The log of an event's space; a direct space that is begun so is one that the bot need not join to hear what is said. */
    public SpaceLog of(SpaceEvent event) {
        Space space = event.space();
        String part = Keys.part(space.id());
        if (space.kind() == Space.Kind.DIRECT
                && part.equals(space.id())
                && !logs.containsKey(part)
                && directs.add(part)) {
            keepSoon(List.of(new Change.Put(Entry.of(Keys.DIRECT + part, Form.of("id", part)))));
        }
        return of(space.id());
    }

    /** The direct spaces that the bot has heard something of, unless it has left them since. */
    public Set<String> directs() {
        return Set.copyOf(directs);
    }

    private SpaceLog begun(String spacePart) {
        Bounds bounds = Bounds.of(now());
        keepSoon(List.of(bounds.put(spacePart)));
        return new SpaceLog(spacePart, bounds);
    }

    /** What is said in these spaces since then is the bot's business, also where its process dies at once. May wait. */
    public void begin(Map<String, Instant> since) {
        List<Change> beginnings = new ArrayList<>();
        since.forEach((spaceId, time) -> {
            String part = Keys.part(spaceId);
            Bounds bounds = Bounds.of(time);
            if (logs.putIfAbsent(part, new SpaceLog(part, bounds)) == null) {
                beginnings.add(bounds.put(part));
            }
        });
        if (lasting && !beginnings.isEmpty() && !store.apply(beginnings, timers.now())) {
            log.error("Where to begin in {} was there already, and is not kept", since.keySet());
        }
    }

    /** The bot has left a space on purpose: when it comes back, it begins anew. */
    public void left(String spaceId) {
        if (logs.remove(Keys.part(spaceId)) != null) {
            remove(Keys.space(spaceId));
        }
        if (directs.remove(spaceId)) {
            remove(Keys.DIRECT + spaceId);
        }
    }

    /** What was written there before is none of the bot's business any more. */
    public void skip(String spaceId, Instant before) {
        of(spaceId).skipTo(before);
        keepBounds(spaceId);
    }

    /** What comes in a space from now on is handled, though what came before cannot be read. May wait. */
    public void leaveUnread(String spaceId) {
        if (of(spaceId).leaveUnread()) {
            keepBounds(spaceId);
        }
    }

    /** What was left unread in a space is handled. May wait. */
    public void read(String spaceId) {
        if (of(spaceId).read()) {
            keepBounds(spaceId);
        }
    }

    /** An event that was taken is handled. May wait. */
    void handled(SpaceLog of, SpaceEvent event) {
        keepSoon(of.handled(event, now()));
        if (of.isTooLongUnread()) {
            log.warn(
                    "What could not be read in space {} is given up: too much came since",
                    event.space().id());
            read(event.space().id());
        }
    }

    private void keepBounds(String spaceId) {
        if (lasting) {
            String key = Keys.space(spaceId);
            Entry kept = store.find(key, timers.now()).orElseGet(() -> Entry.of(key, ""));
            keepSoon(List.of(new Change.Put(kept.withJson(of(spaceId).bounds().toJson()))));
        }
    }

    /** A new connection. */
    public void connected() {
        last.connected(now());
        logs.values().forEach(SpaceLog::connected);
    }

    /** Begins, or goes on with, the handling of an event that was taken. */
    public Receipt receipt(SpaceEvent event) {
        return new Receipt(of(event), event, this);
    }

    /** A reply to be sent, not yet kept. */
    public Letter letter(String spaceId, @Nullable User person, @Nullable String parentId, Reply reply) {
        return new Letter(letterKeys.next(timers.now()), spaceId, person, parentId, reply, now(), false);
    }

    /** The change that keeps a letter; empty where nothing is kept. */
    public List<Change> put(Letter letter) {
        return lasting ? List.of(new Change.Put(letter.entry())) : List.of();
    }

    /** The service has a letter; its last part is the message {@code messageId} of {@code spaceId}. */
    public void sent(Letter letter, String spaceId, String messageId) {
        if (lasting) {
            keepSoon(List.of(removal(letter.key()), said.arrived(spaceId, messageId)));
        }
    }

    /** The last message of the bot in a space of which it is known that it arrived; null where none is. */
    public @Nullable String lastSaid(String spaceId) {
        return said.in(spaceId);
    }

    /** A letter will never be sent. */
    public void parked(Letter letter, String reason) {
        if (lasting) {
            park(letter.key(), letter.entry().json(), reason);
        }
    }

    private void park(String key, String json, String reason) {
        keepSoon(List.of(removal(key), new Change.Put(Parked.entry(key, json, reason, now()))));
    }

    /** Keeps changes without waiting. */
    public void keepSoon(List<Change> changes) {
        if (!lasting || changes.isEmpty()) {
            return;
        }
        try {
            store.applySoon(changes, timers.now());
        } catch (RuntimeException e) {
            log.error("{} could not be kept", changes.get(0).entry().key(), e);
        }
    }

    /** Takes out of a store all that bots on another service have kept of their messages: it says nothing here. */
    public static void clear(Store store, Instant now) {
        Stream.of(Keys.SPACE, Keys.DIRECT, Keys.HANDLED, Keys.SAID, Keys.REPLY)
                .flatMap(prefix -> store.all(prefix, now).stream())
                .forEach(entry -> store.applySoon(List.of(new Change.Remove(entry)), now));
    }

    private void remove(String key) {
        if (lasting) {
            store.find(key, timers.now()).ifPresent(entry -> keepSoon(List.of(new Change.Remove(entry))));
        }
    }

    /** Letters are kept once and never changed. */
    private static Change removal(String key) {
        return new Change.Remove(new Entry(key, 1, "", null, null));
    }
}
