package dev.spacesbot.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.internal.wire.Json;

/**
 * The text frames of Socket.IO 1.7.3 on Engine.IO 3: a digit of Engine.IO, a digit of Socket.IO, and for a namespace other
 * than the root its name, which a comma ends if data follow.
 */
final class Frames {

    /** The namespace where everything happens. */
    static final String CHAT = "/chat";

    static final char CLOSE = '1';
    static final char PING = '2';
    static final char MESSAGE = '4';

    static final char CONNECT = '0';
    static final char DISCONNECT = '1';
    static final char EVENT = '2';

    static final String PONG = "3";
    static final String ROOT_CONNECTED = "40";

    /**
     * What a client's message frame says.
     *
     * @param type the digit of Socket.IO
     * @param namespace {@code /} for the root
     * @param query what follows a question mark in the namespace; may be empty
     * @param data the rest, without the id of an acknowledgement; may be empty
     */
    record Packet(char type, String namespace, String query, String data) {}

    private Frames() {}

    static String open(String sid, EmulatorOptions options) {
        ObjectNode open = Json.object().put("sid", sid);
        open.putArray("upgrades");
        open.put("pingInterval", options.pingInterval().toMillis());
        open.put("pingTimeout", options.pingTimeout().toMillis());
        return "0" + Json.write(open);
    }

    /** Without a comma, unlike 2.x. */
    static String connected(String namespace) {
        return namespace.equals("/") ? ROOT_CONNECTED : "40" + namespace;
    }

    static String refused(String namespace, String json) {
        return "44" + namespace + "," + json;
    }

    static String event(String name, String json) {
        return "42" + CHAT + ",[\"" + name + "\"," + json + "]";
    }

    /** Reads a frame that begins with {@link #MESSAGE}. A frame without a type gets one that nobody knows. */
    static Packet read(String frame) {
        char type = frame.length() > 1 ? frame.charAt(1) : '?';
        int at = 2;
        String name = "/";
        if (at < frame.length() && frame.charAt(at) == '/') {
            int comma = frame.indexOf(',', at);
            int end = comma < 0 ? frame.length() : comma;
            name = frame.substring(at, end);
            at = comma < 0 ? end : comma + 1;
        }
        int mark = name.indexOf('?');
        String query = mark < 0 ? "" : name.substring(mark + 1);
        while (at < frame.length() && Character.isDigit(frame.charAt(at))) {
            at++;
        }
        String data = at < frame.length() ? frame.substring(at) : "";
        return new Packet(type, mark < 0 ? name : name.substring(0, mark), query, data);
    }
}
