package dev.spacesbot.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.config.Rules;
import dev.spacesbot.event.Role;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.Allow;
import dev.spacesbot.handler.Limit;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuardTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final String LAB_ID = "60aa11bb22cc33dd44ee5501";
    private static final Space LAB = new Space(LAB_ID, "Lab", Space.Kind.GROUP);
    private static final Space HALL = new Space("60aa11bb22cc33dd44ee5502", "Hall", Space.Kind.GROUP);
    private static final User ANN = user("01", "Ann@Example.org");
    private static final User BOB = user("02", "bob@example.org");
    private static final User GUEST =
            new User("5f00aa11bb22cc33dd44ee03", User.Kind.ANONYMOUS, "ann@example.org", "Ann");

    private final Roles roles = new Roles().with(LAB, ANN, Role.ADMIN).with(LAB, BOB, Role.MEMBER);

    @SuppressWarnings({"unused", "UnusedMethod"})
    @Allow(roles = Role.ADMIN)
    @Limit(value = 2, per = "1m")
    static final class Deploy {

        void plain() {}

        @Allow
        void everybody() {}

        @Allow(
                users = {"ANN@example.org", "5f00aa11bb22cc33dd44ee02"},
                spaces = "60AA11BB22CC33DD44EE5501")
        void named() {}

        @Allow(
                users = "x",
                roles = {Role.GUEST, Role.ADMIN})
        void either() {}

        @Limit(value = 1, per = "1h30m", by = Limit.By.SPACE)
        void perSpace() {}

        @Limit(value = 3, per = "1d", by = Limit.By.BOT)
        void perBot() {}
    }

    @SuppressWarnings("unused")
    static final class Free {

        @SuppressWarnings("UnusedMethod")
        void plain() {}
    }

    @Test
    void thereIsNoneWhereNobodyRules() {
        assertThat(Guard.of("roll", method(Free.class, "plain"), Free.class, Rules.defaults(), problem -> {}))
                .isNull();
    }

    @Test
    void letsInWhoHasTheRoleOfTheClass() {
        Guard guard = guard("plain");

        assertThat(guard.allows(ANN, LAB, roles)).isTrue();
        assertThat(guard.allows(BOB, LAB, roles)).isFalse();
        assertThat(guard.check(ANN, LAB, roles, NOW)).isNull();
        assertThat(said(guard.check(BOB, LAB, roles, NOW)))
                .isEqualTo("Sorry, only admins of this space may use \"deploy\".");
    }

    @Test
    void theMethodGoesBeforeItsClassForEachOfTheTwo() {
        Guard guard = guard("everybody");

        assertThat(guard.check(BOB, LAB, roles, NOW)).isNull();
        assertThat(guard.check(BOB, LAB, roles, NOW)).isNull();
        assertThat(said(guard.check(BOB, LAB, roles, NOW)))
                .isEqualTo("You may use \"deploy\" 2 times in 1 minute; please try again in 1 minute.");
    }

    @Test
    void theConfigurationGoesBeforeBoth() {
        Rules rules = Rules.defaults()
                .withCommands(
                        new Rules.ForCommands(
                                "dep*", new Rules.Access(Set.of("bob@example.org"), Set.of(), Set.of()), null),
                        new Rules.ForCommands("*", null, new Rules.Quota(1, Duration.ofSeconds(30), Limit.By.USER)));

        Guard guard = guard("plain", rules);

        assertThat(said(guard.check(ANN, LAB, roles, NOW))).isEqualTo("Sorry, only certain people may use \"deploy\".");
        assertThat(guard.check(BOB, LAB, roles, NOW)).isNull();
        assertThat(said(guard.check(BOB, LAB, roles, NOW.plusMillis(100))))
                .isEqualTo("You may use \"deploy\" once in 30 seconds; please try again in 30 seconds.");
    }

    @Test
    void namesPeopleByIdOrUserNameInSomeSpaces() {
        Guard guard = guard("named");

        assertThat(guard.check(ANN, LAB, roles, NOW)).isNull();
        assertThat(guard.check(BOB, LAB, roles, NOW)).isNull();
        assertThat(said(guard.check(ANN, HALL, roles, NOW)))
                .isEqualTo("Sorry, \"deploy\" cannot be used in this space.");
        assertThat(roles.asked()).isZero();
    }

    @Test
    void aGuestIsNotWhoeverTheyCallThemselves() {
        assertThat(said(guard("named").check(GUEST, LAB, roles, NOW)))
                .isEqualTo("Sorry, only certain people may use \"deploy\".");
    }

    @Test
    void aRoleIsEnoughWherePeopleAreNamedToo() {
        Guard guard = guard("either");

        assertThat(guard.check(ANN, LAB, roles, NOW)).isNull();
        assertThat(said(guard.check(BOB, LAB, roles, NOW)))
                .isEqualTo("Sorry, only admins and guests of this space and certain people may use \"deploy\".");
        assertThat(said(guard.check(ANN, HALL, roles, NOW)))
                .isEqualTo("Sorry, only admins and guests of this space and certain people may use \"deploy\".");
    }

    @Test
    void refusesWhereTheServiceDoesNotSayWhoSomebodyIs() {
        Guard guard = guard("plain");
        roles.fail();

        assertThat(guard.allows(ANN, LAB, roles)).isFalse();
        assertThat(said(guard.check(ANN, LAB, roles, NOW)))
                .isEqualTo("Sorry, I cannot see right now whether you may use \"deploy\"; please try again later.");
    }

    @Test
    void tellsSomebodyOnlyOnceAMinuteThatTheyMayNot() {
        Guard guard = guard("plain");

        assertThat(said(guard.check(BOB, LAB, roles, NOW))).isNotEmpty();
        assertThat(said(guard.check(BOB, LAB, roles, NOW.plusSeconds(59)))).isEmpty();
        assertThat(said(guard.check(BOB, HALL, roles, NOW.plusSeconds(59)))).isNotEmpty();
        assertThat(said(guard.check(BOB, LAB, roles, NOW.plusSeconds(60)))).isNotEmpty();
    }

    @Test
    void countsThoseOfOnePersonWherever() {
        Guard guard = guard("everybody");

        assertThat(guard.check(ANN, LAB, roles, NOW)).isNull();
        assertThat(guard.check(ANN, HALL, roles, NOW)).isNull();
        assertThat(guard.check(BOB, LAB, roles, NOW)).isNull();
        assertThat(said(guard.check(ANN, LAB, roles, NOW.plusSeconds(20))))
                .isEqualTo("You may use \"deploy\" 2 times in 1 minute; please try again in 40 seconds.");
        assertThat(said(guard.check(ANN, LAB, roles, NOW.plusSeconds(30)))).isEmpty();
        assertThat(guard.check(ANN, LAB, roles, NOW.plusSeconds(60))).isNull();
    }

    @Test
    void countsThoseOfOneSpaceWhoever() {
        Guard guard = guard("perSpace", Rules.defaults().withCommands(everybodyMay()));

        assertThat(guard.check(ANN, LAB, roles, NOW)).isNull();
        assertThat(guard.check(ANN, HALL, roles, NOW)).isNull();
        assertThat(said(guard.check(BOB, LAB, roles, NOW)))
                .isEqualTo(
                        "\"deploy\" may be used once in this space in 1 hour 30 minutes; please try again in 1 hour 30"
                                + " minutes.");
    }

    @Test
    void countsAll() {
        Guard guard = guard("perBot", Rules.defaults().withCommands(everybodyMay()));

        assertThat(guard.check(ANN, LAB, roles, NOW)).isNull();
        assertThat(guard.check(BOB, LAB, roles, NOW)).isNull();
        assertThat(guard.check(ANN, HALL, roles, NOW)).isNull();
        assertThat(said(guard.check(ANN, LAB, roles, NOW)))
                .isEqualTo("\"deploy\" may be used 3 times in 1 day; please try again in 1 day.");
        assertThat(said(guard.check(BOB, LAB, roles, NOW))).isEmpty();
        assertThat(said(guard.check(BOB, HALL, roles, NOW))).isNotEmpty();
    }

    @Test
    void whoMayNotUsesNothingUp() {
        Guard guard = guard("plain");
        IntStream.range(0, 5).forEach(i -> guard.check(BOB, LAB, roles, NOW));
        roles.with(LAB, BOB, Role.ADMIN);

        assertThat(guard.check(BOB, LAB, roles, NOW)).isNull();
        assertThat(guard.check(BOB, LAB, roles, NOW)).isNull();
        assertThat(guard.check(BOB, LAB, roles, NOW)).isNotNull();
    }

    @Test
    void callsAHandlerWithoutANameThis() {
        Guard guard = guard("", "perBot", everybody());
        IntStream.range(0, 3).forEach(i -> guard.check(ANN, LAB, roles, NOW));

        assertThat(said(guard.check(ANN, LAB, roles, NOW)))
                .isEqualTo("This may be used 3 times in 1 day; please try again in 1 day.");
    }

    @Test
    void countsRightWhateverTheNumberOfThreads() {
        Guard guard = guard("everybody", quota(500));
        ExecutorService threads = Executors.newFixedThreadPool(8);

        List<CompletableFuture<Boolean>> uses = IntStream.range(0, 4_000)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> guard.check(ANN, LAB, roles, NOW) == null, threads))
                .toList();

        assertThat(uses.stream().filter(CompletableFuture::join).count()).isEqualTo(500);
        threads.shutdownNow();
    }

    @Test
    void reckonsWithTheLongestSpanAndTheLargestNumber() {
        Rules.Quota most = new Rules.Quota(999_999_999, Duration.ofDays(36_500), Limit.By.BOT);
        Guard guard = guard("everybody", Rules.defaults().withCommands(new Rules.ForCommands("*", null, most)));

        assertThat(guard.check(ANN, LAB, roles, NOW)).isNull();
        assertThat(guard.check(ANN, LAB, roles, NOW.plus(Duration.ofDays(36_499))))
                .isNull();
    }

    @Test
    void aLimitThatNobodyCanReachIsNone() {
        Rules.Quota most = new Rules.Quota(Integer.MAX_VALUE, Duration.ofSeconds(1), Limit.By.BOT);
        Guard guard = guard("everybody", Rules.defaults().withCommands(new Rules.ForCommands("*", null, most)));

        assertThat(guard.check(ANN, LAB, roles, NOW)).isNull();
    }

    private static Rules everybody() {
        return Rules.defaults().withCommands(everybodyMay());
    }

    private static Rules.ForCommands everybodyMay() {
        return new Rules.ForCommands("*", new Rules.Access(Set.of(), Set.of(), Set.of()), null);
    }

    private static Rules quota(int value) {
        return Rules.defaults()
                .withCommands(
                        new Rules.ForCommands("*", null, new Rules.Quota(value, Duration.ofMinutes(1), Limit.By.USER)));
    }

    private static Guard guard(String method) {
        return guard(method, Rules.defaults());
    }

    private static Guard guard(String method, Rules rules) {
        return guard("deploy", method, rules);
    }

    private static Guard guard(String command, String method, Rules rules) {
        Guard guard = Guard.of(command, method(Deploy.class, method), Deploy.class, rules, problem -> {
            throw new AssertionError(problem);
        });
        if (guard == null) {
            throw new AssertionError("No guard");
        }
        return guard;
    }

    private static Method method(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String said(@Nullable Refusal refusal) {
        assertThat(refusal).isNotNull();
        return refusal == null ? "" : refusal.text();
    }

    private static User user(String end, String username) {
        return new User("5f00aa11bb22cc33dd44ee" + end, User.Kind.USER, username, username);
    }
}
