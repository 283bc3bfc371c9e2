package dev.spacesbot;

import dev.spacesbot.transport.Upload;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that goes along with a {@link Reply}. A value: it is looked at when the reply is sent, and read while it is uploaded, a
 * piece at a time.
 */
public sealed interface Attachable {

    /** The name that people see. */
    String name();

    /** Its type, such as {@code image/png}. */
    String mimeType();

    /**
     * What is in a file.
     *
     * @param name the file's own name, unless said otherwise
     * @param path where it is
     */
    record InFile(String name, String mimeType, Path path) implements Attachable {

        /** With a name and a type that can be sent. */
        public InFile {
            mimeType = checked(name, mimeType);
        }
    }

    /**
     * What comes from anywhere.
     *
     * @param size how many bytes it has, exactly
     * @param content opens it, at its beginning each time
     */
    record Streamed(String name, String mimeType, long size, Upload.Content content) implements Attachable {

        /** With a name, a type and a size that can be sent. */
        public Streamed {
            mimeType = checked(name, mimeType);
            if (size < 0) {
                throw new IllegalArgumentException("File " + name + " cannot have " + size + " bytes");
            }
        }
    }

    /** What is in memory. */
    final class InMemory implements Attachable {

        private final String name;
        private final String mimeType;
        private final byte[] content;

        /** With a name and a type that can be sent; the bytes are copied. */
        public InMemory(String name, String mimeType, byte[] content) {
            this.name = name;
            this.mimeType = checked(name, mimeType);
            this.content = content.clone();
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String mimeType() {
            return mimeType;
        }

        /** A copy of its bytes. */
        public byte[] content() {
            return content.clone();
        }

        /** How many bytes it has. */
        public int size() {
            return content.length;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof InMemory same
                    && name.equals(same.name)
                    && mimeType.equals(same.mimeType)
                    && Arrays.equals(content, same.content);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, mimeType, Arrays.hashCode(content));
        }

        @Override
        public String toString() {
            return name + " (" + mimeType + ", " + content.length + " bytes)";
        }
    }

    /** A file, with its own name and the type that the name tells. */
    static Attachable file(Path path) {
        String name = String.valueOf(path.getFileName());
        return new InFile(name, typeOf(name), path);
    }

    /** Bytes as a file of this name, with the type that the name tells. */
    static Attachable of(String name, byte[] content) {
        return new InMemory(name, typeOf(name), content);
    }

    /** A text as a file of this name, in UTF-8, with the type that the name tells. */
    static Attachable of(String name, String text) {
        return of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A stream as a file of this name.
     *
     * @param size how many bytes the stream has, exactly: it is announced before they go out
     * @param content opens the stream; called again where the upload has to begin anew
     */
    static Attachable of(String name, String mimeType, long size, Upload.Content content) {
        return new Streamed(name, mimeType, size, content);
    }

    private static String typeOf(String name) {
        @Nullable String type = URLConnection.guessContentTypeFromName(name);
        return type == null ? "application/octet-stream" : type;
    }

    private static String checked(String name, String mimeType) {
        if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A file needs a name of characters that can be seen");
        }
        if (!Pattern.matches("[\\w.+-]{1,127}/[\\w.+-]{1,127}(; ?[\\w-]+=[\\w.\"-]+)*", mimeType)) {
            throw new IllegalArgumentException("The type of file " + name + " must be like text/plain: " + mimeType);
        }
        return mimeType;
    }
}
