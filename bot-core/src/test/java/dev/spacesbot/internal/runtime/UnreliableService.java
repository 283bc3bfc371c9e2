package dev.spacesbot.internal.runtime;

import dev.spacesbot.event.Message;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.event.User;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.ConnectionListener;
import dev.spacesbot.transport.EmptyService;
import dev.spacesbot.transport.Outgoing;
import dev.spacesbot.transport.OutgoingPresence;
import dev.spacesbot.transport.SendFailure;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.TransportException.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A service on a thread of its own that loses, doubles, refuses and forgets, by a seed, until its faults are lifted. */
final class UnreliableService extends EmptyService {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Map<String, List<SpaceEvent>> said = new ConcurrentHashMap<>();
    private final Map<String, List<String>> delivered = new ConcurrentHashMap<>();
    private final Random random;
    private @Nullable Session live;
    private int ids;
    private volatile boolean faulty = true;

    UnreliableService(long seed) {
        random = new Random(seed);
    }

    void liftFaults() {
        faulty = false;
    }

    /** What the bot said in a space, in order. */
    List<String> said(String spaceId) {
        return said.getOrDefault(spaceId, List.of()).stream()
                .map(event -> ((Message) event).text())
                .toList();
    }

    /** What people said in a space, as far as the bot was told. */
    List<String> delivered(String spaceId) {
        return delivered.getOrDefault(spaceId, List.of());
    }

    /** Ann says something; a bot that is not there misses it. */
    void ann(String spaceId, String text) {
        thread.execute(() -> {
            Session session = live;
            if (session != null && session.joined.contains(spaceId)) {
                SpaceEvent event = Chats.of(Chats.ANN, spaceId, "m" + ++ids, text);
                delivered
                        .computeIfAbsent(spaceId, id -> new CopyOnWriteArrayList<>())
                        .add(text);
                session.listener.received(event, null);
                if (chance(10)) {
                    session.listener.received(event, null);
                }
            }
            if (session != null && chance(3)) {
                lose(session);
            }
        });
    }

    /** Waits until everything that reached the service is dealt with. */
    void settle() throws InterruptedException, ExecutionException {
        thread.submit(() -> {}).get();
    }

    private boolean chance(int percent) {
        return faulty && random.nextInt(100) < percent;
    }

    private void lose(Session session) {
        if (live == session) {
            live = null;
            session.listener.lost("the service felt like it");
        }
    }

    @Override
    public User me() {
        return FakeTransport.BOT;
    }

    @Override
    public Connection connect(ConnectionListener listener) {
        try {
            return thread.submit(() -> {
                        if (chance(30)) {
                            throw new TransportException(chance(30) ? Kind.REFUSED : Kind.UNAVAILABLE, "not now");
                        }
                        Session session = new Session(listener);
                        live = session;
                        if (chance(10)) {
                            lose(session);
                        }
                        return session;
                    })
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(Kind.UNAVAILABLE, "interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TransportException refused
                    ? refused
                    : new TransportException(Kind.UNAVAILABLE, "broken", e);
        }
    }

    @Override
    public boolean renewToken() {
        return true;
    }

    @Override
    public List<SpaceEvent> history(String spaceId, Instant since) {
        try {
            return thread.submit(() -> List.copyOf(said.getOrDefault(spaceId, new ArrayList<>())))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(Kind.UNAVAILABLE, "interrupted", e);
        } catch (ExecutionException e) {
            throw new TransportException(Kind.UNAVAILABLE, "broken", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }

    /** One connection; what is asked of it is dealt with on the service's thread, and never after its end. */
    private final class Session implements Connection {

        private final ConnectionListener listener;
        private final Set<String> joined = new HashSet<>();

        Session(ConnectionListener listener) {
            this.listener = listener;
        }

        private void whileLive(Runnable task) {
            thread.execute(() -> {
                if (chance(2)) {
                    lose(this);
                }
                if (live == this) {
                    task.run();
                }
                if (chance(2)) {
                    lose(this);
                }
            });
        }

        @Override
        public void subscribe(SpaceRef space) {
            whileLive(() -> {
                joined.add(space.id());
                listener.subscribed(space.id());
            });
        }

        @Override
        public void unsubscribe(String spaceId) {
            whileLive(() -> {
                joined.remove(spaceId);
                listener.unsubscribed(spaceId);
            });
        }

        @Override
        public void send(Outgoing outgoing) {
            whileLive(() -> answer(outgoing));
        }

        @Override
        public void presence(OutgoingPresence presence) {}

        private void answer(Outgoing outgoing) {
            String spaceId = outgoing.spaceId();
            if (chance(3)) {
                joined.remove(spaceId);
            }
            if (!joined.contains(spaceId)) {
                listener.sendFailed(new SendFailure(spaceId, outgoing.loopback(), "", true, "join first"));
            } else if (chance(5)) {
                String text = outgoing.content().bodyText();
                listener.sendFailed(
                        new SendFailure(spaceId, chance(50) ? null : outgoing.loopback(), text, false, "busy"));
            } else {
                accept(outgoing);
            }
        }

        private void accept(Outgoing outgoing) {
            SpaceEvent event = Chats.of(
                    FakeTransport.BOT,
                    outgoing.spaceId(),
                    "m" + ++ids,
                    outgoing.content().bodyText());
            said.computeIfAbsent(outgoing.spaceId(), id -> new ArrayList<>()).add(event);
            if (chance(3)) {
                lose(this);
            } else if (!chance(3)) {
                listener.received(event, chance(5) ? null : outgoing.loopback());
                if (chance(5)) {
                    listener.received(event, outgoing.loopback());
                }
            }
        }

        @Override
        public void close() {
            thread.execute(() -> {
                if (live == this) {
                    live = null;
                }
            });
        }
    }
}
