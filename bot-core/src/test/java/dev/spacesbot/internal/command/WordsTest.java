package dev.spacesbot.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.spacesbot.event.Mention;
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
        assertThat(Words.of("note  keep   \"this\" ").slice(1, 3).text()).isEqualTo("keep   \"this\"");
    }

    @Test
    void findsNothingInBlanks() {
        assertThat(words(" \u00a0\u2007\u202f\n\t")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a ", "\"", "„a ", "a\" \"b "})
    void readsAMegabyteOfQuotesQuickly(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());

        assertTimeout(
                Duration.ofSeconds(5), () -> assertThat(Words.of(text).count()).isPositive());
    }

    @Test
    void keepsTheNameOfAMentionTogether() {
        Words words = Words.of(
                "thank @Ann Lee, @Ann Lee Roy and @Ann",
                List.of(new Mention("1", "Ann Lee"), new Mention("2", "@Ann Lee Roy")));

        assertThat(IntStream.range(0, words.count()).mapToObj(words::get))
                .containsExactly("thank", "@Ann Lee", "@Ann Lee Roy", "and", "@Ann");
        assertThat(words.slice(1).mention()).isEqualTo(new Mention("1", "Ann Lee"));
        assertThat(words.slice(2).mention()).isEqualTo(new Mention("2", "@Ann Lee Roy"));
        assertThat(words.slice(4).mention()).isNull();
    }

    @Test
    void findsWhereASpanOfTimeEnds() {
        Words words = Words.of("in 2 hours and 5 minutes and 3 apples");

        assertThat(words.endOfSpan(1)).isEqualTo(6);
        assertThat(words.endOfSpan(0)).isEqualTo(-1);
        assertThat(words.endOfSpan(7)).isEqualTo(-1);
    }

    private static List<String> words(String text) {
        Words words = Words.of(text);
        return IntStream.range(0, words.count()).mapToObj(words::get).toList();
    }
}
