package dev.spacesbot.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes on their way out: WebSocket frames, one behind the other. */
final class Frames {

    private static final int SHORT = 126;

    private byte[] bytes;
    private int size;

    Frames(int capacity) {
        bytes = new byte[capacity];
    }

    /** A whole text frame of the server, unmasked. */
    static byte[] text(String payload) {
        Frames frames = new Frames(payload.length() + 4);
        frames.begin(payload.length());
        frames.add(payload);
        return Arrays.copyOf(frames.bytes, frames.size);
    }

    /** Begins a text frame whose payload of so many bytes will be added. */
    void begin(int length) {
        ensure(4);
        bytes[size++] = (byte) 0x81;
        if (length < SHORT) {
            bytes[size++] = (byte) length;
        } else {
            bytes[size++] = SHORT;
            bytes[size++] = (byte) (length >> 8);
            bytes[size++] = (byte) length;
        }
    }

    void add(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    void add(String ascii) {
        add(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Overwrites digits of what was added last: {@code width} of them, {@code back} bytes before the end. */
    void patch(int back, int width, long number) {
        long rest = number;
        for (int at = size - back + width - 1; at >= size - back; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** Overwrites what was added last: from {@code back} bytes before the end. */
    void overwrite(int back, byte[] text) {
        System.arraycopy(text, 0, bytes, size - back, text.length);
    }

    void writeTo(OutputStream out) throws IOException {
        if (size > 0) {
            out.write(bytes, 0, size);
            size = 0;
        }
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (size + more));
        }
    }
}
