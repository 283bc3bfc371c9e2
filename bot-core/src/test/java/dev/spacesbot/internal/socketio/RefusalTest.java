package dev.spacesbot.internal.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "44/chat,\"Invalid namespace\" | Invalid namespace",
                "44/chat,{\"code\":\"auth.expired\",\"message\":\"too old\"} | auth.expired, too old",
                "44/chat,{\"message\":\"too old\"} | too old",
                "44/chat,{\"why\":1} | {\"why\":1}",
                "44/chat,not json | not json",
                "44/chat, | ``",
                "44/chat | ``"
            })
    void readsEveryForm(String frame, String words) {
        assertThat(Refusal.isRefusal(frame)).isTrue();
        assertThat(Refusal.words(frame)).isEqualTo(words);
    }

    @Test
    void showsLittleOfALongOne() {
        assertThat(Refusal.words("44/chat,\"" + "x".repeat(1_000_000) + "\"")).hasSize(201);
    }
}
