package dev.spacesbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogLineTest {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}";

    private final LoggerContext context = new LoggerContext();

    @Test
    void isOneLine() {
        assertThat(line(Map.of(), "Connected as Greeter")).matches(TIME + " INFO  Supervisor - Connected as Greeter\n");
    }

    @Test
    void namesSpaceAndMessage() {
        assertThat(line(Map.of("space", "60aa", "message", "5f01"), "handled"))
                .matches(TIME + " INFO  Supervisor \\[space 60aa, message 5f01] - handled\n");
        assertThat(line(Map.of("space", "60aa"), "joined"))
                .matches(TIME + " INFO  Supervisor \\[space 60aa] - joined\n");
    }

    @Test
    void letsNoTextPassForALineOfItsOwn() {
        assertThat(line(Map.of(), "first\r\n2026-01-01 ERROR \u001b[2J"))
                .matches(TIME + " INFO  Supervisor - first\n    2026-01-01 ERROR \\?\\[2J\n");
    }

    private String line(Map<String, String> subject, String text) {
        LoggingEvent event = new LoggingEvent(
                "", context.getLogger("dev.spacesbot.internal.runtime.Supervisor"), Level.INFO, text, null, null);
        event.setInstant(Instant.EPOCH);
        event.setMDCPropertyMap(subject);
        return new LogLine().doLayout(event);
    }
}
