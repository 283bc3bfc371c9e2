package dev.spacesbot.internal.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a value of what a person wrote. */
public interface Converter {

    /** The value; null where it is no such value. */
    @Nullable
    Object convert(Slice slice, Circumstances here);

    /** What is wanted, to be read after "is not". */
    String wanted();

    /** Only the words that are choices, as the author wrote them. */
    static Converter among(List<String> choices, Converter converter) {
        String wanted = "one of " + String.join(", ", choices);
        return new Converter() {
            @Override
            public @Nullable Object convert(Slice slice, Circumstances here) {
                for (String choice : choices) {
                    if (choice.equalsIgnoreCase(slice.text())) {
                        return converter.convert(Slice.of(choice), here);
                    }
                }
                return null;
            }

            @Override
            public String wanted() {
                return wanted;
            }
        };
    }

    /** Only numbers from {@code min} to {@code max}, themselves included. */
    static Converter within(double min, double max, Converter converter) {
        String bounds = Double.isInfinite(min)
                ? " of at most " + number(max)
                : Double.isInfinite(max)
                        ? " of at least " + number(min)
                        : " from " + number(min) + " to " + number(max);
        return new Converter() {
            @Override
            public @Nullable Object convert(Slice slice, Circumstances here) {
                Object value = converter.convert(slice, here);
                return value instanceof Number number && number.doubleValue() >= min && number.doubleValue() <= max
                        ? value
                        : null;
            }

            @Override
            public String wanted() {
                return converter.wanted() + bounds;
            }
        };
    }

    /** A bound as people write it. */
    static String number(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15
                ? String.valueOf((long) bound)
                : String.valueOf(bound);
    }
}
