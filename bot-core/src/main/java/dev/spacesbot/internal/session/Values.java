package dev.spacesbot.internal.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Authors' values as JSON: records, strings, numbers, times, lists and maps of these. */
public final class Values {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            // A record that has lost a component since reads what was kept before.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // What was kept as one thing is not another: a mistake in a name shall be seen.
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private Values() {}

    /**
     * A value as JSON.
     *
     * @throws JsonProcessingException where it cannot be written as such
     */
    public static JsonNode write(@Nullable Object value) throws JsonProcessingException {
        // By way of a text, so that what is kept is what will be read: a tree may hold numbers of any Java type.
        return MAPPER.readTree(MAPPER.writeValueAsString(value));
    }

    /**
     * JSON as a value of that type.
     *
     * @throws JsonProcessingException where it is none
     */
    public static @Nullable Object read(JsonNode json, Type type) throws JsonProcessingException {
        return MAPPER.treeToValue(json, MAPPER.constructType(type));
    }

    /** Forgets what is known of authors' classes, for those that nobody uses any more; it is found out again. */
    public static void forgetClasses() {
        MAPPER.clearCaches();
    }

    /**
     * A text as JSON.
     *
     * @throws JsonProcessingException where it is none
     */
    public static JsonNode parse(String json) throws JsonProcessingException {
        return MAPPER.readTree(json);
    }
}
