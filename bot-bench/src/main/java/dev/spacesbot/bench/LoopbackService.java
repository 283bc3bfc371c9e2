package dev.spacesbot.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/**
 * The service as one program on this machine sees it: HTTP with one answer to every request, and a WebSocket. Each
 * connection has a thread; a program has one WebSocket, so there is one thread at work.
 */
final class LoopbackService implements AutoCloseable {

    /** The user that the program is. */
    static final String BOT_ID = "5f00aa11bb22cc33dd44ee99";

    private static final String ME = "{\"_id\":\"" + BOT_ID
            + "\",\"username\":\"bench@example.org\",\"displayname\":\"Bench\",\"aType\":\"user\"}";
    private static final String WEBSOCKET_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final String KEY = "sec-websocket-key:";

    private final ServerSocket server;
    private final Dialogue dialogue = new Dialogue();

    LoopbackService() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** What is said on the program's WebSocket. */
    Dialogue dialogue() {
        return dialogue;
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "bench-service");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                daemon(() -> serve(socket));
            }
        } catch (SocketException e) {
            // Closed: the measurement is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            for (String head = head(socket); !head.isEmpty(); head = head(socket)) {
                int key = head.toLowerCase(Locale.ROOT).indexOf(KEY);
                if (key < 0) {
                    write(
                            socket,
                            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + ME.length()
                                    + "\r\n\r\n" + ME);
                } else {
                    String value = head.substring(key + KEY.length())
                            .lines()
                            .findFirst()
                            .orElse("");
                    write(
                            socket,
                            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Accept: " + accept(value.strip()) + "\r\n\r\n");
                    new WebSocketPeer(socket, dialogue).run();
                    return;
                }
            }
        } catch (IOException e) {
            // The program was ended, or ended itself; what it left unanswered shows in the checks.
        }
    }

    /** The head of the next request, which has no body; empty at the end. */
    private static String head(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + WEBSOCKET_GUID).getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-1", e);
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
