package dev.spacesbot.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void keepsNoMoreThanItCanHold() {
        Recent<String> recent = new Recent<>(Duration.ofDays(1), true);

        IntStream.range(0, 2 * Recent.MOST).forEach(i -> recent.get("guest " + i, NOW.plusMillis(i), () -> "x"));

        assertThat(recent.size()).isEqualTo(Recent.MOST);
        recent.get("late", NOW.plus(Duration.ofDays(2)), () -> "x");
        assertThat(recent.size()).isEqualTo(1);
    }

    @Test
    void keepsForLongerWhatIsAskedFor() {
        Recent<String> recent = new Recent<>(Duration.ofMinutes(1), true);

        recent.get("a", NOW, () -> "first");
        recent.get("b", NOW.plusSeconds(1), () -> "first");
        recent.get("a", NOW.plusSeconds(59), () -> "second");

        assertThat(recent.get("a", NOW.plusSeconds(118), () -> "second")).isEqualTo("first");
        assertThat(recent.get("b", NOW.plusSeconds(118), () -> "second")).isEqualTo("second");
    }

    @Test
    void keepsFromTheBeginningWhatIsNotRenewed() {
        Recent<String> recent = new Recent<>(Duration.ofMinutes(1), false);

        recent.get("a", NOW, () -> "first");

        assertThat(recent.get("a", NOW.plusSeconds(59), () -> "second")).isEqualTo("first");
        assertThat(recent.get("a", NOW.plusSeconds(60), () -> "second")).isEqualTo("second");
    }

    @Test
    void forgetsWhatAWrongClockHasKept() {
        Recent<String> recent = new Recent<>(Duration.ofMinutes(1), true);

        recent.get("a", NOW.plus(Duration.ofDays(10)), () -> "first");
        recent.get("b", NOW.plusSeconds(1), () -> "first");

        assertThat(recent.get("a", NOW, () -> "second")).isEqualTo("second");
        assertThat(recent.get("b", NOW, () -> "second"))
                .as("two threads, a moment apart")
                .isEqualTo("first");
    }
}
