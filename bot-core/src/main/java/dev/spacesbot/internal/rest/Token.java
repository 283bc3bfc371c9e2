package dev.spacesbot.internal.rest;

import dev.spacesbot.config.Secret;
import dev.spacesbot.transport.TransportException;
import java.util.Locale;

/**
 * What proves who the bot is, at this moment.
 *
 * @param type the word for it in the socket's address: {@code jwt}, {@code oauth}, {@code service_app} or another
 * @param secret the token itself
 */
public record Token(String type, Secret secret) {

    /** The token's text, for the wire only. */
    public String value() {
        return secret.value();
    }

    /**
     * The same token, if it can be one.
     *
     * @throws TransportException where it holds what no token holds, such as the line break at the end of a file
     */
    Token checked() {
        if (value().isEmpty() || !value().chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new TransportException(
                    TransportException.Kind.REFUSED,
                    "The token is empty, or holds a blank, a line break or another character that no token has: check"
                            + " where the configuration takes it from.");
        }
        return this;
    }

    /** What the {@code Authorization} header says. */
    String authorization() {
        String scheme = type.toLowerCase(Locale.ROOT).equals("oauth") ? "bearer" : type;
        return scheme + " " + value();
    }
}
