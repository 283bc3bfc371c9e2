package dev.spacesbot.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {

    private final Placeholders placeholders = new Placeholders();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "so {any} on; so and so on",
                "so{any}; so",
                "({word}); (K7-3)",
                "{number} of {number}.; -3 of 1,234.5.",
                "task {id}; task 60aa11bb22cc33dd00000001",
                "on {date}; on 2026-01-05",
                "at {time}, {time}, {time}; at 9:05, 2026-01-05T09:05:00Z, 2026-01-05 09:05",
                "roll {dice} {env:dev|test}; roll {dice} {env:dev|test}",
                "(a) [b] . * $1 \\E; (a) [b] . * $1 \\E"
            })
    void standForWhatTheirKindAllows(String expected, String said) {
        assertThat(placeholders.fits(expected, said)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{word}; two words",
                "{number}; one",
                "{id}; 60aa11bb22cc33dd",
                "{date}; tomorrow",
                "{time}; 9",
                "roll {dice}; roll 2",
                "so {any}; also so"
            })
    void standForNothingElse(String expected, String said) {
        assertThat(placeholders.fits(expected, said)).isFalse();
    }

    @Test
    void aNameStandsForWhatItStoodForFirst() {
        assertThat(placeholders.learn(List.of("{who:word} and {who}", "{who}"), List.of("Ann and Ann", "Ann")))
                .isTrue();

        assertThat(placeholders.fits("{who}", "Bob")).isFalse();
        assertThat(placeholders.fits("{who:any}", "Bob")).isFalse();
        assertThat(placeholders.fits("{who:word} and {other:word}", "Ann and Bob"))
                .isTrue();
        assertThat(placeholders.fill("{who} meets {other}")).isEqualTo("Ann meets {other}");
    }

    @Test
    void lookingTeachesNothing() {
        assertThat(placeholders.fits(List.of("{who:word}"), List.of("Ann"))).isTrue();

        assertThat(placeholders.fits(List.of("{who:word}"), List.of("Bob"))).isTrue();
    }
}
