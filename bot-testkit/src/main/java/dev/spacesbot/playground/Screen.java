package dev.spacesbot.playground;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the person reads and types. */
interface Screen extends AutoCloseable {

    /** Shows lines, above what is being typed. */
    void show(String text);

    /** Shows what somebody says, lines and all. */
    void show(String who, String text);

    /** What is typed next; null where nothing more will be. */
    @Nullable
    String read(String prompt) throws IOException;

    @Override
    void close() throws IOException;

    /** What others write must not steer a terminal. */
    static String printable(String text) {
        return text.codePoints()
                .map(c -> c == '\n' || !Character.isISOControl(c) ? c : '\ufffd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
