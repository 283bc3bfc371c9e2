package dev.spacesbot.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN = List.of("name", "handlers", "spaces", "auth", "pace");

    @ParameterizedTest
    @CsvSource({"handler,handlers", "sapces,spaces", "Spaces,spaces", "space,spaces", "atuh,auth", "nam,name"})
    void findsTheWordThatWasMeant(String word, String meant) {
        assertThat(Nearest.to(word, KNOWN)).contains(meant);
    }

    @Test
    void guessesNothingFarOff() {
        assertThat(Nearest.to("colour", KNOWN)).isEmpty();
        assertThat(Nearest.to("x".repeat(100_000), KNOWN)).isEmpty();
    }
}
