package dev.spacesbot.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.event.Presence.Kind;
import dev.spacesbot.transport.OutgoingPresence;
import org.junit.jupiter.api.Test;

class PayloadWriterTest {

    @Test
    void showsThatTheBotIsTyping() {
        assertThat(PayloadWriter.presence(new OutgoingPresence("s1", Kind.TYPING, "u1")))
                .hasToString("{\"category\":\"party.typing\",\"topicId\":\"s1\","
                        + "\"content\":{\"mediaSession\":{}},\"userId\":\"u1\"}");
    }

    @Test
    void showsThatTheBotCameInOrLeft() {
        assertThat(PayloadWriter.presence(new OutgoingPresence("s1", Kind.ENTERED, null)))
                .hasToString("{\"category\":\"app.event.presence.party.online\",\"topicId\":\"s1\","
                        + "\"content\":{\"desktop\":false,\"idle\":false,\"offline\":false,\"mediaSession\":{}},"
                        + "\"receivers\":[]}");
        assertThat(PayloadWriter.presence(new OutgoingPresence("s1", Kind.LEFT, "u1")))
                .hasToString("{\"category\":\"app.event.presence.party.leaves\",\"topicId\":\"s1\","
                        + "\"content\":{\"desktop\":false,\"idle\":false,\"offline\":true,\"mediaSession\":{}},"
                        + "\"receivers\":[],\"userId\":\"u1\"}");
    }
}
