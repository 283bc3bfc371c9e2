package dev.spacesbot.internal.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.spacesbot.internal.session.Values;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Values that were kept as JSON. */
final class KeptValues {

    private KeptValues() {}

    static @Nullable Object read(@Nullable Object json, Type type) {
        try {
            return json instanceof String text ? Values.read(Values.parse(text), type) : null;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "What was kept for this reminder is no " + type.getTypeName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
