package dev.spacesbot.internal.socketio;

import dev.spacesbot.internal.wire.Excerpt;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows every frame at DEBUG, secrets masked. Costs nothing while nobody looks. */
final class FrameLog {

    private static final Logger log = LoggerFactory.getLogger("dev.spacesbot.frames");
    private static final int MAX = 20_000;

    private final String token;
    private final String encoded;

    /** {@code token} is shown nowhere, whatever words the service puts it into. */
    FrameLog(String token) {
        this.token = token;
        this.encoded = URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    /** A text of the service without the token. */
    String masked(String text) {
        return text.replace(token, "***").replace(encoded, "***");
    }

    void in(String frame) {
        if (log.isDebugEnabled()) {
            log.debug("<- {}", Excerpt.of(masked(frame), MAX));
        }
    }

    void out(String frame) {
        if (log.isDebugEnabled()) {
            log.debug("-> {}", Excerpt.of(masked(frame), MAX));
        }
    }
}
