package dev.spacesbot.internal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spacesbot.event.Change;
import dev.spacesbot.event.Envelope;
import dev.spacesbot.event.Member;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.Role;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.time.HandTimers;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.TransportException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RememberedPeopleTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final HandTimers timers = new HandTimers();
    private final Map<String, Member> members = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final RememberedPeople people = new RememberedPeople(this::ask, timers);
    private @Nullable TransportException failure;

    private List<Member> ask(String spaceId) {
        asked.add(spaceId);
        if (failure != null) {
            throw failure;
        }
        return List.copyOf(members.values());
    }

    private void add(String id, Role role) {
        members.put(id, new Member(new User(id, User.Kind.USER, id + "@example.org", id), role));
    }

    private static Presence presence(String userId, Presence.Kind kind) {
        return new Presence(
                new Envelope(
                        "",
                        new Space("s", "", Space.Kind.GROUP),
                        new User(userId, User.Kind.USER, "", ""),
                        HandTimers.START,
                        null,
                        Change.CREATED),
                kind,
                null);
    }

    @Test
    void asksForASpaceOnceAMinute() {
        add("ann", Role.ADMIN);
        add("bob", Role.GUEST);

        assertThat(people.role("s", "ann")).contains(Role.ADMIN);
        assertThat(people.role("s", "bob")).contains(Role.GUEST);
        assertThat(people.in("s")).hasSize(2);
        timers.advance(A_MINUTE.minusMillis(1));
        assertThat(people.in("s")).hasSize(2);
        assertThat(asked).containsExactly("s");

        add("ann", Role.MEMBER);
        timers.advance(Duration.ofMillis(1));
        assertThat(people.role("s", "ann")).contains(Role.MEMBER);
        assertThat(people.role("other", "ann")).contains(Role.MEMBER);
        assertThat(asked).containsExactly("s", "s", "other");
    }

    @Test
    void looksAStrangerUpAnewButNotForEver() {
        assertThat(people.role("s", "bob")).isEmpty();
        add("bob", Role.MEMBER);
        assertThat(people.role("s", "bob")).contains(Role.MEMBER);
        asked.clear();

        for (int i = 0; i < 100; i++) {
            assertThat(people.role("s", "stranger " + i)).isEmpty();
        }
        assertThat(asked).hasSizeLessThanOrEqualTo(30);

        timers.advance(A_MINUTE.plusSeconds(1));
        assertThat(people.role("s", "bob")).contains(Role.MEMBER);
        add("cid", Role.MEMBER);
        assertThat(people.role("s", "cid")).contains(Role.MEMBER);
    }

    @Test
    void looksAStrangerUpOnceForOneHelp() {
        assertThat(people.in("s")).isEmpty();
        asked.clear();

        for (int i = 0; i < 10; i++) {
            assertThat(people.role("s", "stranger")).isEmpty();
        }

        assertThat(asked).hasSize(1);
        add("stranger", Role.ADMIN);
        assertThat(people.role("s", "stranger")).isEmpty();
        timers.advance(Roster.PAUSE);
        assertThat(people.role("s", "stranger")).contains(Role.ADMIN);
    }

    @Test
    void asksAnewOnceSomebodyCameInWhoIsNotKnown() {
        add("ann", Role.MEMBER);
        assertThat(people.wantsPresence()).isFalse();
        assertThat(people.in("s")).hasSize(1);
        assertThat(people.wantsPresence()).isTrue();
        add("bob", Role.MEMBER);

        people.heard(presence("ann", Presence.Kind.ENTERED));
        people.heard(presence("bob", Presence.Kind.TYPING));
        assertThat(people.in("s")).hasSize(1);
        people.heard(presence("bob", Presence.Kind.ENTERED));

        assertThat(people.in("s")).hasSize(2);
        assertThat(people.in("s")).hasSize(2);
        assertThat(asked).hasSize(2);
    }

    @Test
    void saysWhatItKnewForAWhileWhereTheServiceIsOutOfOrder() {
        add("ann", Role.ADMIN);
        assertThat(people.role("s", "ann")).contains(Role.ADMIN);
        failure = new TransportException(Kind.UNAVAILABLE, "out of order");

        timers.advance(A_MINUTE);
        assertThat(people.role("s", "ann")).contains(Role.ADMIN);
        assertThat(people.role("s", "stranger")).isEmpty();
        assertThat(people.in("s")).hasSize(1);
        assertThat(asked).as("one question every few seconds").hasSize(2);

        timers.advance(Duration.ofMinutes(9));
        assertThatThrownBy(() -> people.role("s", "ann"))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE))
                .hasMessage("out of order");
    }

    @Test
    void throwsAndAsksAgainAfterAPauseWhereNothingIsKnown() {
        failure = new TransportException(Kind.UNAVAILABLE, "out of order");

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> people.in("s")).hasMessage("out of order");
        }
        assertThat(asked).hasSize(1);
        failure = null;
        timers.advance(Duration.ofSeconds(5));

        assertThat(people.in("s")).isEmpty();
        assertThat(asked).hasSize(2);
    }

    @Test
    void knowsNothingOfASpaceThatTheServiceDeniesIt() {
        add("ann", Role.ADMIN);
        assertThat(people.role("s", "ann")).contains(Role.ADMIN);
        failure = new TransportException(Kind.REJECTED, "not your space");
        timers.advance(A_MINUTE);

        assertThatThrownBy(() -> people.role("s", "ann")).hasMessage("not your space");
        failure = new TransportException(Kind.UNAVAILABLE, "out of order");
        timers.advance(Duration.ofSeconds(5));

        assertThatThrownBy(() -> people.role("s", "ann")).hasMessage("out of order");
    }

    @Test
    void manyWhoWantToKnowAskOnce() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger questions = new AtomicInteger();
        RememberedPeople slow = new RememberedPeople(
                spaceId -> {
                    questions.incrementAndGet();
                    begun.countDown();
                    await(answer);
                    return List.of(new Member(new User("ann", User.Kind.USER, "", ""), Role.ADMIN));
                },
                timers);
        ExecutorService threads = Executors.newFixedThreadPool(8);

        List<Future<Boolean>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(threads.submit(() -> slow.role("s", "ann").isPresent()));
        }
        await(begun);
        CompletableFuture<Boolean> elsewhere = CompletableFuture.supplyAsync(() -> slow.wantsPresence());
        assertThat(elsewhere.get()).isTrue();
        answer.countDown();

        for (Future<Boolean> each : answers) {
            assertThat(each.get()).isTrue();
        }
        assertThat(questions).hasValue(1);
        threads.shutdownNow();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
