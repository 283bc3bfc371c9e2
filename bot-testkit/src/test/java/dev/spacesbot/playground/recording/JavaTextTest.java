package dev.spacesbot.playground.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaTextTest {

    @Test
    void writesWhatASourceFileMayShow() {
        assertThat(JavaText.literal("a \"b\" \\n\n\t\r\u2028\u00a0\u202e\u0000é€😀"))
                .isEqualTo("\"a \\\"b\\\" \\\\n\\n\\t\\r\\u2028\\u00a0\\u202e\\u0000é€😀\"");
    }

    @Test
    void namesMethodsAndVariablesByTheFirstWords() {
        assertThat(JavaText.camel("answers roll 2 d6, please! now", "x")).isEqualTo("answersRoll2D6Please");
        assertThat(JavaText.camel("class", "x")).isEqualTo("x");
        assertThat(JavaText.camel("2 many", "x")).isEqualTo("x");
        assertThat(JavaText.camel("łóść", "x")).isEqualTo("x");
        assertThat(JavaText.camel("answers " + "a".repeat(99), "x")).hasSize(40);
    }
}
