package dev.spacesbot.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.spacesbot.event.Member;
import dev.spacesbot.event.User;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertersTest {

    @Test
    void readsWhatPeopleWrite() {
        assertThat(convert(int.class, "-7")).isEqualTo(-7);
        assertThat(convert(BigDecimal.class, "1.50")).isEqualTo(new BigDecimal("1.50"));
        assertThat(convert(boolean.class, "YES")).isEqualTo(true);
        assertThat(convert(Duration.class, "2 hours")).isEqualTo(Duration.ofHours(2));
        assertThat(Converters.toEnum(List.of("RED", "DARK_BLUE"), name -> name)
                        .convert(Slice.of("dark-Blue"), new Monday()))
                .isEqualTo("DARK_BLUE");
    }

    @ParameterizedTest
    @CsvSource({"17:30, 17:30", "9am, 09:00", "12am, 00:00", "12:15pm, 12:15", "9.30, 09:30", "Noon, 12:00"})
    void readsTimesOfDay(String word, LocalTime time) {
        assertThat(convert(LocalTime.class, word)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-24, 2026-12-24",
        "today, 2026-01-05",
        "Tomorrow, 2026-01-06",
        "monday, 2026-01-12",
        "wed, 2026-01-07"
    })
    void readsDays(String word, LocalDate day) {
        assertThat(convert(LocalDate.class, word)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                int.class,
                long.class,
                double.class,
                float.class,
                BigDecimal.class,
                boolean.class,
                Duration.class,
                LocalDate.class,
                LocalTime.class
            })
    void saysNoToWhatIsNoSuchValue(Class<?> type) {
        for (String word : List.of("seven", "", "NaN", "Infinity", "1d", "25:00pm", "2026-02-30", "99:99")) {
            assertThat(convert(type, word))
                    .as(word)
                    .satisfiesAnyOf(
                            value -> assertThat(value).isNull(),
                            value -> assertThat(value).isEqualTo(Duration.ofDays(1)));
        }
    }

    @Test
    void readsNothingThatNobodyCanReckonWith() {
        assertThat(convert(BigDecimal.class, "1e999999999")).isNull();
        assertThat(convert(BigDecimal.class, "1e-999999999")).isNull();
        assertThat(convert(BigDecimal.class, "1e12")).isEqualTo(new BigDecimal("1e12"));
        assertThat(convert(float.class, "1e39")).isNull();
        assertThat(convert(LocalDate.class, "+999999999-12-31")).isNull();
        assertThat(convert(LocalDate.class, "-999999999-01-01")).isNull();
    }

    @Test
    void readsNoNumberOfAMillionDigits() {
        String digits = "7".repeat(1_000_000);

        assertTimeout(
                Duration.ofSeconds(1),
                () -> assertThat(convert(BigDecimal.class, digits)).isNull());
    }

    @Test
    void keepsNumbersWithinTheirBounds() {
        Converter some =
                Converter.within(1, 10, Converters.to(int.class.getName()).orElseThrow());

        assertThat(some.convert(Slice.of("10"), new Monday())).isEqualTo(10);
        assertThat(some.convert(Slice.of("11"), new Monday())).isNull();
        assertThat(some.wanted()).isEqualTo("a whole number from 1 to 10");
    }

    private static @Nullable Object convert(Class<?> type, String word) {
        return Converters.to(type.getName()).orElseThrow().convert(Slice.of(word), new Monday());
    }

    /** A Monday on which nobody is there. */
    private record Monday() implements Circumstances {

        @Override
        public @Nullable User sender() {
            return null;
        }

        @Override
        public List<Member> members() {
            return List.of();
        }

        @Override
        public ZonedDateTime now() {
            return ZonedDateTime.parse("2026-01-05T09:00:00Z");
        }
    }
}
