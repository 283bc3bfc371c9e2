package dev.spacesbot.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.config.Secret;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import dev.spacesbot.store.Store;
import dev.spacesbot.store.StoreException;
import dev.spacesbot.transport.TransportException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the refresh token outlives the process: each is good for one use, so after the first the one in the configuration is
 * worth nothing any more.
 */
public final class RefreshTokens {

    private static final Logger log = LoggerFactory.getLogger(RefreshTokens.class);
    private static final int VERSION = 1;
    private static final int ID_LENGTH = 32;

    private final Store store;
    private final @Nullable Secret key;

    /**
     * A refresh token that was not used yet.
     *
     * @param token itself
     * @param from tells which one in the configuration it descends from, without holding that
     */
    record Kept(Secret token, String from) {

        /** The one in the configuration. */
        static Kept configured(Secret token) {
            return new Kept(token, hash(token.value()));
        }
    }

    /**
     * Keeps them in a store.
     *
     * @param key what they are encrypted with; null to keep them as they are
     */
    public RefreshTokens(Store store, @Nullable Secret key) {
        this.store = store;
        this.key = key;
    }

    /** Forgets them with the process. */
    public static RefreshTokens inMemory() {
        return new RefreshTokens(Store.inMemory(), null);
    }

    /** Where that of one application is. */
    Place of(String clientId) {
        return new Place("token/" + hash(clientId).substring(0, ID_LENGTH));
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The place of one application's token. */
    final class Place {

        private final String name;

        private Place(String name) {
            this.name = name;
        }

        /** The one that came last; empty where none is kept, or it cannot be read with the key that is configured now. */
        Optional<Kept> last(Instant now) {
            Optional<Entry> entry;
            try {
                entry = store.find(name, now);
            } catch (StoreException e) {
                throw new TransportException(TransportException.Kind.UNAVAILABLE, String.valueOf(e.getMessage()), e);
            }
            return entry.flatMap(found -> read(parsed(found)));
        }

        private JsonNode parsed(Entry entry) {
            try {
                return Json.read(entry.json());
            } catch (JsonProcessingException e) {
                return Json.object();
            }
        }

        private Optional<Kept> read(JsonNode json) {
            Optional<String> token = json.path("version").asInt() == VERSION ? opened(json) : Optional.empty();
            if (token.isEmpty()) {
                log.warn("The refresh token in the store cannot be read, as it was encrypted with another store.key or"
                        + " written by a newer version of this program; that of the configuration is used");
            }
            return token.map(text -> new Kept(new Secret(text), Json.text(json, "from")));
        }

        private Optional<String> opened(JsonNode json) {
            String sealed = Json.text(json, "sealed");
            if (sealed.isEmpty()) {
                return Optional.of(Json.text(json, "token")).filter(text -> !text.isEmpty());
            }
            return key == null ? Optional.empty() : new Seal(key, name).open(sealed);
        }

        /** Keeps one in place of the last; waits until it is safe. Where that fails it is told, and the bot goes on with it. */
        void keep(Kept kept, Instant now) {
            String text = kept.token().value();
            ObjectNode json = Json.object().put("version", VERSION).put("from", kept.from());
            if (key == null) {
                json.put("token", text);
            } else {
                json.put("sealed", new Seal(key, name).close(text));
            }
            try {
                put(json.toString(), now);
            } catch (StoreException | IllegalStateException e) {
                log.warn(
                        "The next refresh token is not kept, so the bot will need another one when it starts: {}",
                        e.getMessage());
            }
        }

        /** Again where another process was faster: what the service gave out last is what counts. */
        private void put(String json, Instant now) {
            boolean done = false;
            while (!done) {
                Entry before = store.find(name, now).orElseGet(() -> Entry.of(name, ""));
                done = store.apply(List.of(new Change.Put(before.withJson(json))), now);
            }
        }
    }
}
