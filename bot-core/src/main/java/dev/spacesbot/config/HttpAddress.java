package dev.spacesbot.config;

/**
 * Where a bot tells programs how it is: {@code /health/live}, {@code /health/ready}, {@code /metrics} and {@code /status}.
 *
 * @param host the name or address to listen at
 * @param port the port; 0 for any that is free, which the log names
 */
public record HttpAddress(String host, int port) {

    /** Where nobody but programs of the same machine comes. */
    public static final String LOOPBACK = "127.0.0.1";
}
