package dev.spacesbot.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @Test
    void keepsWordsTogetherInQuotes() {
        assertThat(words("deploy \"web shop\" to “test two” now"))
                .containsExactly("deploy", "web shop", "to", "test two", "now");
    }

    @Test
    void takesAQuoteThatNeverClosesForPartOfAWord() {
        assertThat(words("a 5\" disk \"and more")).containsExactly("a", "5\"", "disk", "\"and", "more");
    }

    @Test
    void takesTheRestAsWritten() {
        assertThat(Words.of("note  keep   \"this\" ").from(1)).isEqualTo("keep   \"this\"");
    }

    @Test
    void findsNothingInBlanks() {
        assertThat(words(" \u00a0\n\t")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a ", "\"", "„a ", "a\" \"b "})
    void readsAMegabyteOfQuotesQuickly(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());

        assertTimeout(
                Duration.ofSeconds(5), () -> assertThat(Words.of(text).count()).isPositive());
    }

    private static List<String> words(String text) {
        Words words = Words.of(text);
        return IntStream.range(0, words.count()).mapToObj(words::get).toList();
    }
}
