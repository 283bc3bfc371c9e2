package dev.spacesbot.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.transport.ConnectionListener;
import dev.spacesbot.transport.SendFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingReaderTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private final List<String> heard = new ArrayList<>();
    private boolean wantsPresence;
    private final IncomingReader reader = new IncomingReader(new Diary(), () -> NOW);

    @Test
    void tellsWhatBecameOfASubscription() throws JsonProcessingException {
        read("CHANNEL_SUBSCRIBED", "{'channel':{'type':'topic','_id':'s1'}}");
        read("SUBSCRIBE_CHANNEL_FAILED", "{'channel':{'_id':'s2'},'error':{'code':'c','message':'m'}}");
        read("SUBSCRIBE_CHANNEL_FAILED", "{'channel':{'_id':'s3'},'error':'words'}");
        read("SUBSCRIBE_CHANNEL_FAILED", "{'channel':{'_id':'s4'}}");
        read("CHANNEL_UNSUBSCRIBED", "{'channel':{'_id':'s1'}}");

        assertThat(heard)
                .containsExactly(
                        "subscribed s1", "refused s2 c: m", "refused s3 words", "refused s4 ", "unsubscribed s1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'topicId':'s','content':{'bodyText':'t'}}|failed s null t false ",
                "{'topicId':'s','loopbackMetadata':'l','error':'not.authorized'}|failed s l  false not.authorized",
                "{'topicId':'s','loopbackMetadata':7,'error':{'code':'c'}}|failed s null  false c",
                "{'topicId':'s','category':'app.event.channel.subscription.required'}|failed s null  true ",
                "{'error':'app.event.channel.subscription.required'}|failed  null  true app.event.channel.subscription.required",
                "{'topicId':'s','error':{'code':'app.event.channel.subscription.required'}}"
                        + "|failed s null  true app.event.channel.subscription.required",
                "{'topicId':'s','error':[1]}|failed s null  false ",
            })
    void readsEveryShapeOfAFailure(String payload, String expected) throws JsonProcessingException {
        read("SEND_MESSAGE_FAILED", payload);

        assertThat(heard.get(0).strip()).isEqualTo(expected.strip());
    }

    @Test
    void keepsAStrangersReasonShortAndOnOneLine() throws JsonProcessingException {
        String words = "no\\n2026-01-01 ERROR forged " + "x".repeat(1000);

        read("SUBSCRIBE_CHANNEL_FAILED", "{\"channel\":{\"_id\":\"s\"},\"error\":\"" + words + "\"}");

        assertThat(heard).containsExactly("refused s no\\u000a2026-01-01 ERROR forged " + "x".repeat(300 - 27) + "…");
    }

    @Test
    void takesAWishForASubscriptionAlsoAsAMessage() throws JsonProcessingException {
        read("MESSAGE_SENT", "{'category':'app.event.channel.subscription.required','topicId':'s'}");

        assertThat(heard).containsExactly("failed s null  true ");
    }

    @Test
    void givesTheLoopbackOnlyWhereItIsAText() throws JsonProcessingException {
        String message = "{'category':'chat','_id':'m','topicId':'s','sender':{'_id':'u'},'content':{}%s}";

        read("MESSAGE_SENT", String.format(message, ",'loopbackMetadata':'l'"));
        read("MESSAGE_SENT", String.format(message, ",'loopbackMetadata':{'a':1}"));
        read("MESSAGE_SENT", String.format(message, ""));

        assertThat(heard).containsExactly("received m l", "received m null", "received m null");
    }

    @Test
    void tellsOfPresenceToWhomWantsIt() throws JsonProcessingException {
        String typing = "{'category':'party.typing','topicId':'s','sender':{'_id':'u'},'loopbackMetadata':'l'}";

        read("PRESENCE_EVENT_RESPONSE", typing);
        wantsPresence = true;
        read("PRESENCE_EVENT_RESPONSE", typing);
        read("PRESENCE_EVENT_RESPONSE", "{'category':'app.event.presence.request.parties'}");

        assertThat(heard).containsExactly("TYPING 2026-01-05T09:00:00Z l");
    }

    @Test
    void saysWhatItWouldReadAtAll() {
        assertThat(reader.wants("MESSAGE_SENT")).isTrue();
        assertThat(reader.wants("MEDIA_SESSION_RESPONSE")).isFalse();
        assertThat(reader.wants("PRESENCE_EVENT_RESPONSE")).isFalse();
        wantsPresence = true;
        assertThat(reader.wants("PRESENCE_EVENT_RESPONSE")).isTrue();
    }

    @Test
    void passesOverWhatNoBotNeeds() throws JsonProcessingException {
        read("PRESENCE_EVENT_RESPONSE", "null");
        read("MESSAGE_SENT", "{'category':'topic.updated'}");
        for (int i = 0; i < 100; i++) {
            read("MESSAGE_SENT", "{'category':'odd" + i + "'}");
        }

        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MESSAGE_SENT, category is missing",
        "SEND_MESSAGE_FAILED, the payload is not an object",
        "CHANNEL_SUBSCRIBED, channel._id is missing",
        "SUBSCRIBE_CHANNEL_FAILED, channel._id is missing",
        "CHANNEL_UNSUBSCRIBED, channel._id is missing"
    })
    void saysWhatAnEventLacks(String event, String problem) {
        for (String payload : List.of("null", "[]", "7", "'x'", "[{}]")) {
            assertThatThrownBy(() -> read(event, payload))
                    .isInstanceOf(MalformedEventException.class)
                    .hasMessage(problem);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'channel':null}", "{'channel':{'_id':null}}", "{'channel':{'_id':{}}}", "{'channel':'s'}"})
    void saysThatAChannelIsMissing(String payload) {
        assertThatThrownBy(() -> read("CHANNEL_SUBSCRIBED", payload)).isInstanceOf(MalformedEventException.class);
    }

    private void read(String event, String payload) throws JsonProcessingException {
        reader.read(event, Json.read(payload.replace('\'', '"')));
    }

    private final class Diary implements ConnectionListener {

        @Override
        public void subscribed(String spaceId) {
            heard.add("subscribed " + spaceId);
        }

        @Override
        public void subscribeFailed(String spaceId, String reason) {
            heard.add("refused " + spaceId + " " + reason);
        }

        @Override
        public void unsubscribed(String spaceId) {
            heard.add("unsubscribed " + spaceId);
        }

        @Override
        public void received(SpaceEvent event, @Nullable String loopback) {
            heard.add(
                    event instanceof Presence presence
                            ? presence.kind() + " " + presence.created() + " " + loopback
                            : "received " + event.id() + " " + loopback);
        }

        @Override
        public boolean wantsPresence() {
            return wantsPresence;
        }

        @Override
        public void sendFailed(SendFailure failure) {
            heard.add("failed " + failure.spaceId() + " " + failure.loopback() + " " + failure.bodyText() + " "
                    + failure.subscriptionRequired() + " " + failure.reason());
        }

        @Override
        public void lost(String reason) {}
    }
}
