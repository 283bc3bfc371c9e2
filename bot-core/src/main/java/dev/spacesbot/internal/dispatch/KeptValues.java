package dev.spacesbot.internal.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Values that were kept as JSON. */
final class KeptValues {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KeptValues() {}

    static JavaType type(Type type) {
        return JSON.constructType(type);
    }

    static @Nullable Object read(@Nullable Object json, JavaType type) {
        try {
            return json instanceof String text ? JSON.readValue(text, type) : null;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was kept for this reminder is no " + type.toCanonical(), e);
        }
    }
}
