package dev.spacesbot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("NAME", "Ann", "EMPTY", "", "MONEY", "$5 ${NAME}");

    @TempDir
    private Path folder;

    private final List<String> reported = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "no dollar,no dollar",
        "${NAME},Ann",
        "to ${NAME} and ${NAME}!,to Ann and Ann!",
        "${ABSENT:-Bob},Bob",
        "${EMPTY:-Bob},Bob",
        "${NAME:-Bob},Ann",
        "a${EMPTY:-}b,ab",
        "$${NAME} costs $$5 or $6,${NAME} costs $5 or $6",
        "${MONEY},$5 ${NAME}",
        "${ABSENT:-a:-b},a:-b",
    })
    void fillsIn(String text, String filled) {
        assertThat(fill(text)).isEqualTo(filled);
        assertThat(reported).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "${ABSENT} | environment variable ABSENT is not set",
                "${EMPTY} | environment variable EMPTY is empty",
                "${NAMES} | environment variable NAMES is not set; did you mean NAME?",
                "${no-name} | '${' begins neither ${NAME}, ${NAME:-default} nor ${file:/path}; for a plain $ write $$",
                "${open | '${' begins neither ${NAME}, ${NAME:-default} nor ${file:/path}; for a plain $ write $$",
                "${file:absent} | secret file 'absent' cannot be used: there is no such file",
                "${file:} | secret file '' cannot be used: it is a directory",
                "${file:empty} | secret file 'empty' cannot be used: it is empty",
            })
    void reportsWhatCannotBeFilledIn(String text, String problem) throws IOException {
        Files.writeString(folder.resolve("empty"), " \n");

        assertThat(fill(text)).isNull();
        assertThat(reported).containsExactly(problem);
    }

    @Test
    void reportsEveryPlaceholderOfAText() {
        assertThat(fill("${ABSENT}${EMPTY}")).isNull();
        assertThat(reported)
                .containsExactly("environment variable ABSENT is not set", "environment variable EMPTY is empty");
    }

    @Test
    void readsASecretWithoutTheLineEndThatEditorsAdd() throws IOException {
        Files.writeString(folder.resolve("token"), "token-of-ann\r\n");

        assertThat(fill("${file:token}")).isEqualTo("token-of-ann");
        assertThat(fill("${file:" + folder.resolve("token") + "}")).isEqualTo("token-of-ann");
    }

    private @Nullable String fill(String text) {
        return new Placeholders(folder, ENVIRONMENT).fill(text, reported::add);
    }
}
