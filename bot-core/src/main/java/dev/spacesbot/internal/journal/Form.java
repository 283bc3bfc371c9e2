package dev.spacesbot.internal.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.store.Entry;
import java.util.Map;

/** The JSON of entries that hold a few texts. */
final class Form {

    /** The form that this program writes; newer ones it cannot read. */
    private static final int VERSION = 1;

    private Form() {}

    static String of(String field, String value) {
        return of(Map.of(field, value));
    }

    static String of(Map<String, String> fields) {
        ObjectNode json = Json.object().put("version", VERSION);
        fields.forEach(json::put);
        return json.toString();
    }

    /** Empty where it was written by a newer program, or by another one. */
    static String read(Entry entry, String field) {
        try {
            JsonNode json = Json.read(entry.json());
            return json.path("version").asInt() == VERSION ? Json.text(json, field) : "";
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
