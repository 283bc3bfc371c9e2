package dev.spacesbot.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceClockTest {

    private static final String DATE = "Tue, 15 Nov 2022 08:12:31 GMT";
    private static final Instant THEN = Instant.parse("2022-11-15T08:12:31Z");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 7);
    private final AtomicLong localMillis = new AtomicLong(1_000);
    private final ServiceClock clock = new ServiceClock(nanos::get, () -> Instant.ofEpochMilli(localMillis.get()));

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void isThatOfThisMachineUntilTheServiceHasTold() {
        assertThat(clock.now()).isEqualTo(Instant.ofEpochMilli(1_000));
    }

    @Test
    void goesOnWithWhatHasPassedWhateverThisMachinesClockDoes() {
        clock.told(DATE, clock.moment());

        localMillis.set(-5_000_000);
        pass(Duration.ofMillis(2_500));

        assertThat(clock.now()).isEqualTo(THEN.plusMillis(2_500));
    }

    @Test
    void doesNotJumpWithTheWholeSecondsOfTheAnswers() {
        clock.told(DATE, clock.moment());
        pass(Duration.ofMillis(900));

        clock.told(DATE, clock.moment());

        assertThat(clock.now()).isEqualTo(THEN.plusMillis(900));
    }

    @Test
    void followsAnAnswerThatSaysItIsLater() {
        clock.told(DATE, clock.moment());

        clock.told("Tue, 15 Nov 2022 08:12:40 GMT", clock.moment());

        assertThat(clock.now()).isEqualTo(THEN.plusSeconds(9));
    }

    @Test
    void goesBackAsFarAsAnAnswerSaysThatItMust() {
        clock.told("Tue, 15 Nov 2022 08:12:40 GMT", clock.moment());
        long asked = clock.moment();
        pass(Duration.ofMillis(300));

        clock.told(DATE, asked);

        assertThat(clock.now()).isEqualTo(THEN.plusMillis(1_300));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "yesterday", "1668499951", "Tue, 99 Nov 2022 08:12:31 GMT"})
    void passesOverWhatIsNoDate(String date) {
        clock.told(date, clock.moment());

        assertThat(clock.now()).isEqualTo(Instant.ofEpochMilli(1_000));
    }
}
