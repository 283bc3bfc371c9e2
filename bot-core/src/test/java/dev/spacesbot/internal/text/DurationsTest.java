package dev.spacesbot.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "10m, PT10M",
        "1h30m, PT1H30M",
        "2 hours, PT2H",
        "90 SEC, PT1M30S",
        "1 day and 6 hours, PT30H",
        "'1 hour, 5 min', PT1H5M",
        "2w, PT336H"
    })
    void readsWhatPeopleWrite(String text, Duration span) {
        assertThat(Durations.parse(text)).contains(span);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10",
                "m",
                "10 apples",
                "-5m",
                "1.5h",
                "99999999999999999999h",
                "9999999999w",
                "and",
                "1h foo"
            })
    void knowsWhatIsNone(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @Test
    void tellsASpanInWords() {
        assertThat(Durations.inWords(Duration.ofSeconds(90_061))).isEqualTo("1 day 1 hour 1 minute 1 second");
        assertThat(Durations.inWords(Duration.ofMinutes(2))).isEqualTo("2 minutes");
        assertThat(Durations.inWords(Duration.ZERO)).isEqualTo("0 seconds");
    }
}
