package dev.spacesbot.internal.dispatch;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the words that people write into the types that handlers want. */
final class Converters {

    /** Makes a value of a word; null where the word is no such value. */
    interface Converter {

        @Nullable
        Object convert(String word);

        /** What is wanted, to be read after "is not". */
        String wanted();
    }

    /** Reading digits costs their number's square. */
    private static final int MOST_DIGITS = 1_000;

    private static final Map<Class<?>, Converter> BY_TYPE = new HashMap<>();

    static {
        register(of("a text", word -> word), String.class);
        register(of("a whole number", Integer::valueOf), int.class, Integer.class);
        register(of("a whole number", Long::valueOf), long.class, Long.class);
        register(of("a number", Double::valueOf), double.class, Double.class);
        register(of("a number", Float::valueOf), float.class, Float.class);
        register(of("a number", Converters::decimal), BigDecimal.class);
        register(of("yes or no", Converters::yesOrNo), boolean.class, Boolean.class);
    }

    private Converters() {}

    /** The converter for a type, or empty where there is none. */
    static Optional<Converter> to(Class<?> type) {
        return type.isEnum() ? Optional.of(toEnum(type)) : Optional.ofNullable(BY_TYPE.get(type));
    }

    private static void register(Converter converter, Class<?>... types) {
        Arrays.stream(types).forEach(type -> BY_TYPE.put(type, converter));
    }

    private static Converter of(String wanted, Function<String, @Nullable Object> conversion) {
        return new Converter() {
            @Override
            public @Nullable Object convert(String word) {
                try {
                    return conversion.apply(word);
                } catch (NumberFormatException e) {
                    return null;
                }
            }

            @Override
            public String wanted() {
                return wanted;
            }
        };
    }

    private static @Nullable Object decimal(String word) {
        return word.length() > MOST_DIGITS ? null : new BigDecimal(word);
    }

    private static @Nullable Object yesOrNo(String word) {
        return switch (Words.key(word)) {
            case "yes", "true", "on", "y" -> true;
            case "no", "false", "off", "n" -> false;
            default -> null;
        };
    }

    private static Converter toEnum(Class<?> type) {
        List<?> constants = List.of(type.getEnumConstants());
        Map<String, Object> byKey = constants.stream()
                .collect(Collectors.toMap(constant -> enumKey(((Enum<?>) constant).name()), constant -> constant));
        String wanted = constants.stream()
                .map(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", ", "one of ", ""));
        return of(wanted, word -> byKey.get(enumKey(word)));
    }

    private static String enumKey(String name) {
        return Words.key(name).replace('-', '_');
    }
}
