package dev.spacesbot.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way to the service. It is never in memory as a whole.
 *
 * @param name the file's name, as people see it
 * @param mimeType such as {@code image/png}
 * @param size how many bytes it has, exactly
 * @param content opens it
 */
public record Upload(String name, String mimeType, long size, Content content) {

    private static final int CHUNK = 16 * 1024;

    /** What is in a file. */
    @FunctionalInterface
    public interface Content {

        /** Opens it, at its beginning each time: what failed is sent again. Whoever asks closes it. */
        InputStream open() throws IOException;
    }

    /**
     * Writes the content, {@link #size} bytes of it.
     *
     * @throws IOException where {@code out} fails
     * @throws TransportException where the content cannot be read, or has more bytes or fewer
     */
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = opened()) {
            byte[] chunk = new byte[CHUNK];
            long written = 0;
            for (int length = read(in, chunk); length >= 0; length = read(in, chunk)) {
                if (length > size - written) {
                    throw rejected("it has more than the " + size + " bytes that it had before", null);
                }
                out.write(chunk, 0, length);
                written += length;
            }
            if (written < size) {
                throw rejected("it has " + written + " bytes instead of the " + size + " that it had before", null);
            }
        }
    }

    private InputStream opened() {
        try {
            return content.open();
        } catch (IOException | RuntimeException e) {
            throw rejected("it cannot be opened (" + e + ")", e);
        }
    }

    private static int read(InputStream in, byte[] chunk) {
        try {
            return in.read(chunk);
        } catch (IOException | RuntimeException e) {
            throw rejected("it cannot be read to its end (" + e + ")", e);
        }
    }

    private static TransportException rejected(String words, @Nullable Exception cause) {
        return cause == null
                ? new TransportException(TransportException.Kind.REJECTED, words)
                : new TransportException(TransportException.Kind.REJECTED, words, cause);
    }
}
