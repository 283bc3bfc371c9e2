package dev.spacesbot.config;

import java.net.URI;

/**
 * Where the service is.
 *
 * @param socketUrl of the real-time API, without the namespace
 * @param apiUrl of the REST API, with its {@code /api}
 * @param accountsUrl of the accounts host, for OAuth 2
 * @param allowInsecure whether plain http is accepted for addresses other than loopback
 */
public record Service(URI socketUrl, URI apiUrl, URI accountsUrl, boolean allowInsecure) {

    /** The production addresses. */
    public static Service production() {
        return new Service(
                URI.create("https://spacesapis-socket.avayacloud.com"),
                URI.create("https://spacesapis.avayacloud.com/api"),
                URI.create("https://accounts.avayacloud.com"),
                false);
    }
}
