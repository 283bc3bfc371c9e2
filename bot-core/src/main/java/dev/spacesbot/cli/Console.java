package dev.spacesbot.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a command has of the world around it. A test puts its own in its place.
 *
 * @param in what a person types
 * @param out what the command was asked for
 * @param err problems and the log
 * @param environment what <code>${NAME}</code> in a configuration stands for
 */
record Console(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {

    /** The process's own. */
    static Console ofProcess() {
        Charset charset = charset();
        return new Console(
                System.in,
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                System.getenv());
    }

    /** In a container Java often believes in ASCII, where whoever reads takes UTF-8. */
    private static Charset charset() {
        Charset charset = Charset.defaultCharset();
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }
}
