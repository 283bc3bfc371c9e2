package dev.spacesbot.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertersTest {

    private enum Colour {
        RED,
        DARK_BLUE
    }

    @Test
    void readsWhatPeopleWrite() {
        assertThat(convert(int.class, "-7")).isEqualTo(-7);
        assertThat(convert(BigDecimal.class, "1.50")).isEqualTo(new BigDecimal("1.50"));
        assertThat(convert(boolean.class, "YES")).isEqualTo(true);
        assertThat(convert(Colour.class, "dark-Blue")).isEqualTo(Colour.DARK_BLUE);
    }

    @ParameterizedTest
    @ValueSource(classes = {int.class, long.class, double.class, BigDecimal.class, boolean.class, Colour.class})
    void saysNoToWhatIsNoSuchValue(Class<?> type) {
        assertThat(convert(type, "seven")).isNull();
        assertThat(convert(type, "")).isNull();
    }

    @Test
    void readsNoNumberOfAMillionDigits() {
        String digits = "7".repeat(1_000_000);

        assertTimeout(
                Duration.ofSeconds(1),
                () -> assertThat(convert(BigDecimal.class, digits)).isNull());
    }

    private static @Nullable Object convert(Class<?> type, String word) {
        return Converters.to(type).orElseThrow().convert(word);
    }
}
