package dev.spacesbot.internal.command;

import dev.spacesbot.event.User;
import dev.spacesbot.internal.text.Durations;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The types that words can be made into. By name, since the compiler asks as well. */
public final class Converters {

    /** What there is, in words for an author. */
    public static final String KNOWN =
            "a String, a number, a boolean, an enum, a Duration, LocalDate, LocalTime or User, or an Optional or List of these";

    /** Reading digits costs their number's square, and adding one to {@code 1e999999999} costs all of them. */
    private static final int MOST_DIGITS = 1_000;

    private static final Map<String, Converter> BY_TYPE = new HashMap<>();

    static {
        register(of("a text", word -> word), String.class);
        register(of("a whole number", Integer::valueOf), int.class, Integer.class);
        register(of("a whole number", Long::valueOf), long.class, Long.class);
        register(of("a number", Converters::finite), double.class, Double.class);
        register(of("a number", Converters::finiteFloat), float.class, Float.class);
        register(of("a number", Converters::decimal), BigDecimal.class);
        register(of("yes or no", Converters::yesOrNo), boolean.class, Boolean.class);
        register(of(Durations.WANTED, word -> Durations.parse(word).orElse(null)), Duration.class);
        register(of(Times.WANTED, word -> Times.time(word).orElse(null)), LocalTime.class);
        register(
                inPlace(
                        "a day such as 2030-12-24, today, tomorrow or monday",
                        (slice, here) -> Times.date(slice.text(), here.now().toLocalDate())
                                .orElse(null)),
                LocalDate.class);
        register(inPlace("one person of this space, written as @name", Names::person), User.class);
    }

    private Converters() {}

    /** The converter for a class, or a primitive type, by its name; empty where there is none. */
    public static Optional<Converter> to(String typeName) {
        return Optional.ofNullable(BY_TYPE.get(typeName));
    }

    /** Whether bounds make sense for it. */
    public static boolean isNumber(String typeName) {
        Converter converter = BY_TYPE.get(typeName);
        return converter != null && converter.wanted().endsWith("number");
    }

    /** Whether a type is one of the numbers without a fraction, by its name. */
    public static boolean isWhole(String typeName) {
        Converter converter = BY_TYPE.get(typeName);
        return converter != null && converter.wanted().endsWith("whole number");
    }

    /** The converter for an enum: words in any case, with a hyphen where the constant has an underscore. */
    public static Converter toEnum(List<String> constants, Function<String, Object> valueOf) {
        Map<String, String> byKey =
                constants.stream().collect(Collectors.toMap(Converters::enumKey, Function.identity(), (a, b) -> a));
        String wanted = constants.stream()
                .map(constant -> constant.toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", ", "one of ", ""));
        return of(wanted, word -> {
            String constant = byKey.get(enumKey(word));
            return constant == null ? null : valueOf.apply(constant);
        });
    }

    private static void register(Converter converter, Class<?>... types) {
        for (Class<?> type : types) {
            BY_TYPE.put(type.getName(), converter);
        }
    }

    private static Converter of(String wanted, Function<String, @Nullable Object> conversion) {
        return inPlace(wanted, (slice, here) -> conversion.apply(slice.text()));
    }

    private static Converter inPlace(String wanted, BiFunction<Slice, Circumstances, @Nullable Object> conversion) {
        return new Converter() {
            @Override
            public @Nullable Object convert(Slice slice, Circumstances here) {
                try {
                    return conversion.apply(slice, here);
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

    /** "NaN" and "Infinity" are words. */
    private static @Nullable Object finite(String word) {
        double value = Double.parseDouble(word);
        return Double.isFinite(value) && !Character.isLetter(word.charAt(word.length() - 1)) ? value : null;
    }

    private static @Nullable Object finiteFloat(String word) {
        boolean fits = finite(word) != null && Float.isFinite(Float.parseFloat(word));
        return fits ? Float.valueOf(word) : null;
    }

    private static @Nullable Object decimal(String word) {
        BigDecimal number = word.length() > MOST_DIGITS ? null : new BigDecimal(word);
        return number == null || Math.abs((long) number.scale()) > MOST_DIGITS ? null : number;
    }

    private static @Nullable Object yesOrNo(String word) {
        return switch (Words.key(word)) {
            case "yes", "true", "on", "y" -> true;
            case "no", "false", "off", "n" -> false;
            default -> null;
        };
    }

    private static String enumKey(String name) {
        return Words.key(name).replace('-', '_');
    }
}
