package dev.spacesbot.internal.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.store.Entry;

/** The JSON of entries that hold one text. */
final class Form {

    /** The form that this program writes; newer ones it cannot read. */
    private static final int VERSION = 1;

    private Form() {}

    static String of(String field, String value) {
        return Json.object().put("version", VERSION).put(field, value).toString();
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
