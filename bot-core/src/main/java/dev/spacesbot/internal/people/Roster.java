package dev.spacesbot.internal.people;

import dev.spacesbot.event.Member;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who belongs to one space, as the service said last. One thread asks, the others wait for its answer. */
final class Roster {

    /** How long an answer is taken for true. */
    static final Duration FRESH = Duration.ofMinutes(1);

    /** How long it has to do where the service gives no other. */
    static final Duration USABLE = Duration.ofMinutes(10);

    /** When to ask again where the service gave no answer, or did not know somebody. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(Roster.class);

    private final Supplier<List<Member>> service;
    private final Timers timers;
    private final Allowance allowance;
    // A lock that waiting virtual threads let go of their carriers for, unlike a monitor.
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Answer last;
    private volatile boolean newcomers;
    private @Nullable Failure failure;

    private record Failure(TransportException why, Instant at) {}

    Roster(Supplier<List<Member>> service, Timers timers, Allowance allowance) {
        this.service = service;
        this.timers = timers;
        this.allowance = allowance;
    }

    /** Everybody by their ids; throws {@link TransportException} where that cannot be told. */
    Map<String, Member> members() {
        Answer known = last;
        if (known == null || isOld(known) || (newcomers && allowance.take())) {
            return ask(known);
        }
        return known.members;
    }

    /** The same, looked up anew where this one is not among them, and was not a moment ago. */
    Map<String, Member> membersWith(String userId) {
        Answer known = last;
        if (known == null || isOld(known)) {
            return ask(known);
        }
        return isWorthAsking(known, userId) && allowance.take() ? askFor(userId, known) : known.members;
    }

    private Map<String, Member> askFor(String userId, Answer known) {
        Map<String, Member> members = ask(known);
        Answer now = last;
        if (now != null && !members.containsKey(userId)) {
            now.absent.put(userId, timers.now());
        }
        return members;
    }

    /** The help asks for each command whether somebody may use it, which is one question to the service. */
    private boolean isWorthAsking(Answer known, String userId) {
        Instant missed = known.absent.get(userId);
        return !known.members.containsKey(userId)
                && (missed == null || !missed.plus(PAUSE).isAfter(timers.now()));
    }

    /** Somebody is there. */
    void heard(String userId) {
        Answer known = last;
        newcomers |= known != null && !known.members.containsKey(userId);
    }

    private boolean isOld(Answer answer) {
        return !answer.at.plus(FRESH).isAfter(timers.now());
    }

    /** Asks, unless another thread has done so since {@code before}. */
    private Map<String, Member> ask(@Nullable Answer before) {
        asking.lock();
        try {
            Answer known = last;
            Failure failed = failure;
            if (known != null && known != before) {
                return known.members;
            }
            return failed != null && failed.at().plus(PAUSE).isAfter(timers.now())
                    ? despite(failed.why(), known)
                    : askNow(known);
        } finally {
            asking.unlock();
        }
    }

    private Map<String, Member> askNow(@Nullable Answer known) {
        newcomers = false;
        try {
            Map<String, Member> members = new LinkedHashMap<>();
            service.get().forEach(member -> members.put(member.user().id(), member));
            last = new Answer(members, timers.now());
            failure = null;
            return members;
        } catch (TransportException e) {
            log.warn("Who is in a space cannot be looked up: {}", e.getMessage());
            failure = new Failure(e, timers.now());
            return despite(e, known);
        }
    }

    /** What was known, where it is of use: a bot that the service turns away may not know anything of the space any more. */
    private Map<String, Member> despite(TransportException why, @Nullable Answer known) {
        boolean usable = known != null
                && why.kind() != TransportException.Kind.REJECTED
                && known.at.plus(USABLE).isAfter(timers.now());
        if (known == null || !usable) {
            last = null;
            throw new TransportException(why.kind(), String.valueOf(why.getMessage()), why);
        }
        return known.members;
    }

    /** Told from every other one, whatever it says. */
    private static final class Answer {

        final Map<String, Member> members;
        final Instant at;

        /** Who was asked for since, and is not among them. */
        final Map<String, Instant> absent = new ConcurrentHashMap<>();

        Answer(Map<String, Member> members, Instant at) {
            this.members = members;
            this.at = at;
        }
    }
}
