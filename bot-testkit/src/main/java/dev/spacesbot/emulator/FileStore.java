package dev.spacesbot.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.internal.wire.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was uploaded. Used under the model's lock; kept in memory. */
final class FileStore {

    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;

    private final Ids ids;
    private final Limits limits;
    private final Map<String, StoredFile> byKey = new HashMap<>();
    private final Map<EmulatedUser, RateWindow> windows = new HashMap<>();

    /** Where the wire front serves files; nowhere else but in tests without one. */
    private String base = "memory:";

    FileStore(Ids ids, Limits limits) {
        this.ids = ids;
        this.limits = limits;
    }

    void servedAt(String base) {
        this.base = base;
    }

    /** Makes room for a file that somebody announces; returns its key. */
    String expect(EmulatedUser user, String mimeType, long size, Instant now) {
        if (mimeType.isBlank() || size < 0) {
            throw Declined.invalid("Every file needs a Content-Type and a Content-Length.");
        }
        if (!windows.computeIfAbsent(user, each -> RateWindow.ofAMinute()).admit(now, limits.uploadsPerMinute())) {
            throw new Declined(TOO_MANY, "rate.limit.exceeded", "Too many uploads within a minute: upload fewer.");
        }
        if (limits.uploadBytes() > 0 && size > limits.uploadBytes()) {
            throw new Declined(TOO_LARGE, "file.too.large", "A file may have " + limits.uploadBytes() + " bytes.");
        }
        return room(mimeType, size);
    }

    private String room(String mimeType, long size) {
        String key = ids.next();
        byKey.put(key, new StoredFile(mimeType, size));
        return key;
    }

    /** Adds a file at once; returns its key. */
    String add(String mimeType, byte[] content) {
        String key = room(mimeType, content.length);
        fill(key, mimeType, content);
        return key;
    }

    /** Takes the content of a file that was announced. */
    void fill(String key, String mimeType, byte[] content) {
        StoredFile file = byKey.get(key);
        if (file == null || file.content != null) {
            throw new Declined(Declined.FORBIDDEN, "upload.unknown", "This address is for one upload alone.");
        }
        if (!file.mimeType.equals(mimeType) || file.size != content.length) {
            throw Declined.invalid("Send what was announced: " + file.size + " bytes of " + file.mimeType + ".");
        }
        file.content = content;
    }

    /** A file that is there, with its content. */
    StoredFile required(String key) {
        StoredFile file = byKey.get(key);
        if (file == null || file.content == null) {
            throw new Declined(Declined.NOT_FOUND, "file.not.found", "There is no file with this key.");
        }
        return file;
    }

    /** The size that was announced for a key. */
    long expected(String key) {
        StoredFile file = byKey.get(key);
        return file == null ? 0 : file.size;
    }

    String url(String key) {
        return base + "/files/" + key;
    }

    /** Fills in what the server knows of the files of a message, and remembers how they are called. */
    void describe(JsonNode data) {
        for (JsonNode each : data) {
            String key = Json.text(each, "fileId");
            StoredFile file = byKey.get(key);
            if (file != null && each instanceof ObjectNode object) {
                file.name = Json.text(object, "name");
                object.put("path", url(key));
            }
        }
    }

    /** A file, announced or there. */
    static final class StoredFile {

        final String mimeType;
        final long size;
        String name = "";
        byte @Nullable [] content;

        StoredFile(String mimeType, long size) {
            this.mimeType = mimeType;
            this.size = size;
        }

        byte[] bytes() {
            return content == null ? new byte[0] : content.clone();
        }
    }
}
