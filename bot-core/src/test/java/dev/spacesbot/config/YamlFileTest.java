package dev.spacesbot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'name: x: y' | 1, column 8 | a ':' has no place here; is a line indented too far, or a value to be put in quotes?",
                "'auth: {type: jwt, token: ${SPACES_TOKEN}}' | 1, column 27 | inside { } and [ ] a ${…} must stand in quotes: \"${NAME}\"",
                "'auth: {token: *token-of-ann}' | 1, column 15 | a value that begins with * must stand in quotes",
                "'auth: {token: !token!of-ann x}' | 1, column 15 | a value that begins with ! must stand in quotes",
                "'name: \"x' | 1, column 9 | found unexpected end of stream",
                "'spaces: [a, b' | 1, column 14 | expected ',' or ']', but got <stream end>",
                "'name: a\n\tspaces: all' | 2, column 1 | lines are indented with spaces, not with tabs",
                "'name: a\n---\nname: b' | 2, column 1 | but found another document",
            })
    void tellsWhereAFileStopsBeingYaml(String yaml, String place, String text) {
        YamlFixture file = YamlFixture.in(folder, yaml);

        assertThat(file.report(Map.of()))
                .isEqualTo("bot.yaml has 1 problem:\n  line " + place + ": this is not YAML: " + text);
    }
}
