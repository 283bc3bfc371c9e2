package dev.spacesbot.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.transcript.AtNames.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class AtNamesTest {

    private final AtNames names = new AtNames(List.of("bot", "Ann", "Ann Lee", "O'Neil (2)"));

    @Test
    void findsTheLongestName() {
        assertThat(names.read("@bot, tell @Ann Lee and @O'Neil (2)!"))
                .containsExactly(
                        at("bot"), words(", tell "), at("Ann Lee"), words(" and "), at("O'Neil (2)"), words("!"));
    }

    @Test
    void passesOverWhatIsNobody() {
        assertThat(names.read("a@Ann @Anna @Bob @ _@bot")).containsExactly(words("a@Ann @Anna @Bob @ _@bot"));
        assertThat(new AtNames(List.of()).read("@ @a")).containsExactly(words("@ @a"));
    }

    @Test
    void aBackslashMakesItWords() {
        assertThat(names.read("\\@Ann \\\\@Ann \\\\\\@Ann \\x @Ann"))
                .containsExactly(words("@Ann \\"), at("Ann"), words(" \\@Ann \\x "), at("Ann"));
    }

    @Test
    void writesWhatItReads() {
        List<Part> parts = List.of(words("@Ann \\"), at("Ann"), words(" \\\\@Ann a@Ann \\@Bob "), at("Ann Lee"));

        String text = names.write(parts);

        assertThat(text).isEqualTo("\\@Ann \\\\@Ann \\\\\\\\\\@Ann a@Ann \\@Bob @Ann Lee");
        assertThat(names.read(text)).isEqualTo(parts);
    }

    private static Part at(String name) {
        return new Part(name, true);
    }

    private static Part words(String text) {
        return new Part(text, false);
    }
}
