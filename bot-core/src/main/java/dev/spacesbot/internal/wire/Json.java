package dev.spacesbot.internal.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON trees, read within bounds: a stranger's message may be of any size and depth. */
public final class Json {

    /** Deeper than anything that the service sends; deeper JSON is refused. */
    private static final int MAX_DEPTH = 100;

    private static final ObjectMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build());

    private Json() {}

    /**
     * Reads a text.
     *
     * @throws JsonProcessingException where it is not JSON, or is deeper than is sensible
     */
    public static JsonNode read(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /** Writes a tree. */
    public static String write(JsonNode tree) {
        return tree.toString();
    }

    /** An empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The string at {@code field}; empty where it is absent, null or no simple value. */
    public static String text(JsonNode object, String field) {
        return object.path(field).asText("");
    }
}
