package dev.spacesbot.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), new Random(1));

    @Test
    void waitsUpToASecondFirstAndNeverMoreThanAMinute() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(backoff.after(0)).isBetween(Duration.ZERO, Duration.ofSeconds(1));
            assertThat(backoff.after(1)).isBetween(Duration.ZERO, Duration.ofSeconds(1));
            assertThat(backoff.after(3)).isBetween(Duration.ZERO, Duration.ofSeconds(4));
            assertThat(backoff.after(Integer.MAX_VALUE)).isBetween(Duration.ZERO, Duration.ofSeconds(60));
        }
    }

    @Test
    void addsATenthToAnOutage() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(backoff.during(Duration.ofSeconds(100))).isBetween(Duration.ZERO, Duration.ofSeconds(10));
            assertThat(backoff.during(Duration.ofDays(9))).isBetween(Duration.ZERO, Duration.ofSeconds(60));
            assertThat(backoff.during(Duration.ofSeconds(-5))).isBetween(Duration.ZERO, Duration.ofSeconds(1));
        }
    }
}
