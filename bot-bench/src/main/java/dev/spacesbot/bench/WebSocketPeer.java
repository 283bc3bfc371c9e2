package dev.spacesbot.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The server's end of a WebSocket (RFC 6455). All frames that one read brings are handled before one write sends all that
 * they led to.
 */
final class WebSocketPeer {

    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int FINAL = 0x80;
    private static final int BUFFER = 256 * 1024;

    private final Socket socket;
    private final Dialogue dialogue;
    private final Frames out = new Frames(BUFFER);
    private byte[] in = new byte[BUFFER];
    private int from;
    private int to;

    WebSocketPeer(Socket socket, Dialogue dialogue) {
        this.socket = socket;
        this.dialogue = dialogue;
    }

    /** Serves the connection until it ends. */
    void run() throws IOException {
        synchronized (this) {
            dialogue.open(this);
            flush();
        }
        InputStream stream = socket.getInputStream();
        boolean open = true;
        while (open) {
            makeRoom();
            int count = stream.read(in, to, in.length - to);
            if (count < 0) {
                return;
            }
            to += count;
            synchronized (this) {
                open = takeFrames();
                flush();
            }
        }
    }

    /** Where frames to send are written; they leave with the next {@link #flush()}. Guarded by this. */
    Frames out() {
        return out;
    }

    /** Sends what was written. Guarded by this. */
    void flush() {
        try {
            out.writeTo(socket.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("The program does not take any more; see what it printed", e);
        }
    }

    private void makeRoom() {
        if (from == to) {
            from = 0;
            to = 0;
        } else if (to == in.length) {
            byte[] target = from == 0 ? Arrays.copyOf(in, 2 * in.length) : in;
            System.arraycopy(in, from, target, 0, to - from);
            in = target;
            to -= from;
            from = 0;
        }
    }

    /** Handles every whole frame; returns false where the client says goodbye. */
    private boolean takeFrames() {
        while (to - from >= 6) {
            int first = in[from] & 0xff;
            int length = in[from + 1] & 0x7f;
            int head = 6;
            if (length == 126) {
                head = 8;
                length = ((in[from + 2] & 0xff) << 8) | (in[from + 3] & 0xff);
            } else if (length == 127) {
                throw new IllegalStateException("The service takes no events beyond 16 KB");
            }
            if (to - from < head + length) {
                return true;
            }
            if ((first & 0xf) == CLOSE) {
                out.add(new byte[] {(byte) (FINAL | CLOSE), 0});
                return false;
            }
            if (first == (FINAL | TEXT)) {
                unmask(from + head, length);
                dialogue.frame(new String(in, from + head, length, StandardCharsets.ISO_8859_1));
            }
            from += head + length;
        }
        return true;
    }

    private void unmask(int at, int length) {
        for (int i = 0; i < length; i++) {
            in[at + i] ^= in[at - 4 + (i & 3)];
        }
    }
}
