package dev.spacesbot.internal.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.internal.wire.MalformedEventException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class EventFramesTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(EventFrames.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<String> events = new ArrayList<>();
    private final EventFrames frames =
            new EventFrames(event -> true, (event, payload) -> events.add(event + " " + payload));

    @BeforeEach
    void listenToTheLog() {
        logger.setAdditive(false);
        logger.setLevel(Level.WARN);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void leaveTheLog() {
        logger.detachAppender(log);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    @Test
    void readsWhatItWrites() {
        frames.read(EventFrames.write("MESSAGE_SENT", Json.object().put("_id", "1")));

        assertThat(events).containsExactly("MESSAGE_SENT {\"_id\":\"1\"}");
    }

    @Test
    void takesNothingApartThatNobodyWants() {
        EventFrames some = new EventFrames(
                name -> name.equals("MESSAGE_SENT"), (event, payload) -> events.add(event + " " + payload));

        some.read("42/chat,[\"PRESENCE_EVENT_RESPONSE\",not even JSON");
        some.read("42/chat,17[\"MEDIA_SESSION_RESPONSE\",{}]");
        some.read("42/chat,[\"MESSAGE_SENT\",{}]");
        some.read("42/chat,[ \"spaced out\",{}]");
        some.read("42/chat,[\"" + "x".repeat(200) + "\",{}]");

        assertThat(events).containsExactly("MESSAGE_SENT {}", "spaced out {}", "x".repeat(200) + " {}");
        assertThat(log.list).isEmpty();
    }

    @Test
    void skipsAcknowledgementIdsAndFurtherElements() {
        frames.read("42/chat,17[\"MESSAGE_SENT\",{\"_id\":\"1\"},null,{}]");

        assertThat(events).containsExactly("MESSAGE_SENT {\"_id\":\"1\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42/chat,",
                "42/chat,12",
                "42/chat,x",
                "42/chat,{}",
                "42/chat,null",
                "42/chat,[]",
                "42/chat,[null]",
                "42/chat,[17,{}]",
                "42/chat,[\"MESSAGE_SENT\",{]",
                "42/chat,[\"MESSAGE_SENT\"]",
                "42/chat,[\"MESSAGE_SENT\",null]"
            })
    void saysOnceThatAFrameIsNoEvent(String frame) {
        frames.read(frame);

        assertThat(events).isEmpty();
        assertThat(log.list).hasSize(1);
        assertThat(log.list.get(0).getLevel()).isEqualTo(Level.WARN);
        assertThat(log.list.get(0).getFormattedMessage())
                .startsWith("Dropped a frame that cannot be read as an event (")
                .endsWith("): " + frame);
    }

    @Test
    void showsTheBeginningOfAFrameThatIsTooLongOrTooDeep() {
        frames.read("42/chat,[\"MESSAGE_SENT\",\"" + "x".repeat(1_000_000) + "\"]");
        frames.read("42/chat," + "[".repeat(10_000));

        assertThat(log.list).hasSize(2);
        assertThat(log.list)
                .allSatisfy(line -> assertThat(line.getFormattedMessage()).hasSizeLessThan(400));
        assertThat(log.list.get(0).getFormattedMessage())
                .startsWith(
                        "Dropped a frame that cannot be read as an event (longer than 262144 characters): 42/chat,[");
    }

    @Test
    void survivesWhoeverHandlesAnEvent() {
        EventFrames broken = new EventFrames(event -> true, (event, payload) -> {
            throw new IllegalStateException("a mistake of ours");
        });
        EventFrames malformed = new EventFrames(event -> true, (event, payload) -> {
            throw new MalformedEventException("content is missing");
        });

        broken.read("42/chat,[\"MESSAGE_SENT\",{}]");
        malformed.read("42/chat,[\"MESSAGE_SENT\",{}]");

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Dropped a frame that could not be handled: 42/chat,[\"MESSAGE_SENT\",{}]",
                        "Dropped a frame that cannot be read as an event (content is missing):"
                                + " 42/chat,[\"MESSAGE_SENT\",{}]");
    }
}
