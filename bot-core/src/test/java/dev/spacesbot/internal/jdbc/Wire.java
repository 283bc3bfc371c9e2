package dev.spacesbot.internal.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What lies between a store and its server, and can be cut. */
final class Wire implements AutoCloseable {

    private final ServerSocket listening;
    private final int server;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private volatile boolean cut;
    private volatile boolean cutAfterCommit;

    Wire(int server) throws IOException {
        this.server = server;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run(this::accept);
    }

    /** The address of the server by way of here. */
    String through(String url) {
        return url.replaceFirst("localhost:\\d+", "127.0.0.1:" + listening.getLocalPort());
    }

    /** Ends what is connected, and what will connect. */
    void cut() throws IOException {
        cut = true;
        for (Socket end : ends) {
            end.close();
        }
        ends.clear();
    }

    void mend() {
        cut = false;
    }

    /** Passes the next commit on, and is cut before the server's answer to it comes through. */
    void cutAfterTheNextCommit() {
        cutAfterCommit = true;
    }

    private void accept() throws IOException {
        while (true) {
            Socket store = listening.accept();
            if (cut) {
                store.close();
                continue;
            }
            Socket peer = new Socket(InetAddress.getLoopbackAddress(), server);
            ends.add(store);
            ends.add(peer);
            run(() -> pass(store, peer, true));
            run(() -> pass(peer, store, false));
        }
    }

    private void pass(Socket from, Socket to, boolean commands) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] buffer = new byte[65_536];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            boolean last = commands && cutAfterCommit && text(buffer, count).contains("COMMIT");
            if (last) {
                // Nothing comes back any more, but what was said is heard.
                cut = true;
                cutAfterCommit = false;
                from.close();
            }
            out.write(buffer, 0, count);
            out.flush();
            if (last) {
                return;
            }
        }
        to.close();
    }

    private static String text(byte[] bytes, int count) {
        return new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void run(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // One of the two ends was closed.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
