package dev.spacesbot.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    @Test
    void aMessageSaysWhy() {
        assertThat(Reasons.of(new IOException("Connection reset"))).isEqualTo("Connection reset");
    }

    @Test
    void withoutAMessageItReadsLikeASentenceAllTheSame() {
        assertThat(Reasons.of(new EOFException())).isEqualTo("the other side ended the connection");
        assertThat(Reasons.of(new SocketTimeoutException())).isEqualTo("socket timeout");
        assertThat(Reasons.of(new SSLHandshakeException(null))).isEqualTo("SSL handshake");
        assertThat(Reasons.of(new IOException(" "))).isEqualTo("it does not say why");
        assertThat(Reasons.of(new IOException() {})).isEqualTo("it does not say why");
    }
}
