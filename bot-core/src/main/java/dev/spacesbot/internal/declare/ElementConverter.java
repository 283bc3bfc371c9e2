package dev.spacesbot.internal.declare;

import dev.spacesbot.internal.command.Converter;
import dev.spacesbot.internal.command.Converters;
import dev.spacesbot.internal.declare.Binding.ByName;
import java.util.Optional;
import java.util.function.Function;

/** Makes the converter for one value of a parameter. */
public final class ElementConverter {

    private ElementConverter() {}

    /** The converter, with choices and bounds; empty where there is none. {@code constant} makes an enum's constant of its name. */
    public static Optional<Converter> of(ByName binding, Function<String, Object> constant) {
        return unrestricted(binding, constant)
                .map(converter ->
                        binding.choices().isEmpty() ? converter : Converter.among(binding.choices(), converter));
    }

    static Optional<Converter> unrestricted(ByName binding, Function<String, Object> constant) {
        TypeShape element = binding.element();
        Optional<Converter> converter = element.constants().isEmpty()
                ? Converters.to(element.name())
                : Optional.of(Converters.toEnum(element.constants(), constant));
        return converter.map(known -> binding.bounded() && Converters.isNumber(element.name())
                ? Converter.within(binding.min(), binding.max(), known)
                : known);
    }
}
