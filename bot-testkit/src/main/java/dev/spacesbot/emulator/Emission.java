package dev.spacesbot.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.internal.wire.Json;
import org.jspecify.annotations.Nullable;

/** An event on its way to clients. Many may share it, so nobody changes the payload; its frame is written once. */
final class Emission {

    private final String event;
    private final ObjectNode payload;
    private volatile @Nullable String frame;

    Emission(String event, ObjectNode payload) {
        this.event = event;
        this.payload = payload;
    }

    String event() {
        return event;
    }

    ObjectNode payload() {
        return payload;
    }

    /** The Socket.IO frame of it. */
    String frame() {
        String known = frame;
        if (known == null) {
            known = Frames.event(event, Json.write(payload));
            frame = known;
        }
        return known;
    }
}
