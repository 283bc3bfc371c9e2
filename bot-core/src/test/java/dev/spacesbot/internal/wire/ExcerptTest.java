package dev.spacesbot.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void showsAShortTextAsItIs() {
        assertThat(Excerpt.of("42/chat,[\"MESSAGE_SENT\",{}] ñ 😀", 120))
                .isEqualTo("42/chat,[\"MESSAGE_SENT\",{}] ñ 😀");
    }

    @Test
    void cutsALongText() {
        assertThat(Excerpt.of("x".repeat(1000), 5)).isEqualTo("xxxxx…");
    }

    @Test
    void makesVisibleWhatWouldForgeALogLine() {
        assertThat(Excerpt.of("a\r\nb\u001b[31m\u202ec\u2028", 120))
                .isEqualTo("a\\u000d\\u000ab\\u001b[31m\\u202ec\\u2028");
    }

    @Test
    void hidesTokensAndPasswords() {
        assertThat(Excerpt.of("40/chat?token=token-of-ann&tokenType=jwt,", 120))
                .isEqualTo("40/chat?token=***&tokenType=jwt,");
        assertThat(Excerpt.of("{\"_id\":\"1\",\"password\":\"48\\\"21\",\"access_token\" : \"token-of-ann\"}", 120))
                .isEqualTo("{\"_id\":\"1\",\"password\":\"***\",\"access_token\" : \"***\"}");
    }

    @Test
    void hidesASecretThatTheCutGoesThrough() {
        assertThat(Excerpt.of("{\"password\":\"4821-and-more\"}", 16)).isEqualTo("{\"password\":\"***…");
    }
}
