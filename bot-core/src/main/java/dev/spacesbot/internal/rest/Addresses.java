package dev.spacesbot.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.transport.TransportException;
import java.net.URI;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Builds the addresses and bodies of calls. */
final class Addresses {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Addresses() {}

    /** A builder that begins at {@code base}; {@code key} is what the configuration calls it. */
    static HttpUrl.Builder of(URI base, String key) {
        HttpUrl url = HttpUrl.parse(base.toString());
        if (url == null) {
            throw new IllegalArgumentException(
                    "service." + key + " is no http or https address: " + base.getScheme() + "://" + base.getHost());
        }
        HttpUrl.Builder builder = url.newBuilder().query(null).fragment(null);
        int last = url.pathSize() - 1;
        return url.pathSegments().get(last).isEmpty() ? builder.removePathSegment(last) : builder;
    }

    /** An id as a part of a path: a stranger's text must not lead elsewhere. */
    static String id(String id) {
        if (!ID.matcher(id).matches()) {
            throw new TransportException(
                    TransportException.Kind.REJECTED,
                    "Not an id of a space or user: use the id that an event or a list of the service gave.");
        }
        return id;
    }

    /**
     * The address of a list's next page, or null where there is none. It is always asked of the same host, scheme and
     * port: the token goes with it.
     */
    static @Nullable HttpUrl next(HttpUrl page, String nextPageUrl) {
        HttpUrl next = namesPage(nextPageUrl) ? page.resolve(nextPageUrl) : null;
        if (next == null || !next.host().equals(page.host())) {
            return null;
        }
        return next.newBuilder()
                .scheme(page.scheme())
                .host(page.host())
                .port(page.port())
                .username("")
                .password("")
                .build();
    }

    /** Whether there is a next page: the last one says null, nothing, or {@code end}. */
    static boolean namesPage(String nextPageUrl) {
        return !nextPageUrl.isBlank() && !nextPageUrl.equals("end");
    }

    static RequestBody json(JsonNode tree) {
        return RequestBody.create(Json.write(tree), JSON);
    }
}
