package dev.spacesbot.internal.declare;

import dev.spacesbot.handler.Arg;
import dev.spacesbot.internal.command.Converter;
import dev.spacesbot.internal.command.Converters;
import dev.spacesbot.internal.command.Part.Extent;
import dev.spacesbot.internal.command.Part.Placeholder;
import dev.spacesbot.internal.command.Slice;
import dev.spacesbot.internal.command.Template;
import dev.spacesbot.internal.declare.Binding.Amount;
import dev.spacesbot.internal.declare.Binding.ByName;
import dev.spacesbot.internal.declare.MethodShape.Parameter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A parameter that takes a part of a template or regular expression. */
final class NamedParameter {

    private final Parameter parameter;
    private final Declaration declaration;
    private final Problems problems;

    NamedParameter(Parameter parameter, Declaration declaration, Problems problems) {
        this.parameter = parameter;
        this.declaration = declaration;
        this.problems = problems;
    }

    /** Null where it cannot be bound. */
    @Nullable
    Binding binding() {
        TypeShape type = parameter.type();
        Amount amount = type.is(Optional.class) ? Amount.OPTIONAL : type.is(List.class) ? Amount.LIST : Amount.ONE;
        TypeShape element = amount == Amount.ONE || type.arguments().isEmpty()
                ? type
                : type.arguments().get(0);
        Arg arg = parameter.arg();
        ByName binding = new ByName(
                parameter.name(),
                amount,
                element,
                choices(),
                arg == null ? Double.NEGATIVE_INFINITY : arg.min(),
                arg == null ? Double.POSITIVE_INFINITY : arg.max());
        Optional<Converter> converter = ElementConverter.of(binding, name -> name);
        if (converter.isEmpty()) {
            problems.add(
                    parameter,
                    "cannot make a " + type.simpleName() + " of {" + parameter.name() + "}; the parameter may be "
                            + Converters.KNOWN);
            return null;
        }
        absent();
        list(amount);
        bounds(binding);
        choices(binding, converter.get());
        return binding;
    }

    /** Where a template lacks a name that another has, or need not have it, there may be no value: only an object can say so. */
    private void absent() {
        if (parameter.type().primitive()) {
            declaration.templates().stream()
                    .filter(template -> !template.requires(parameter.name()))
                    .forEach(template -> problems.add(
                            parameter,
                            "has a parameter " + parameter.declaration()
                                    + " that the template \"" + template.source()
                                    + "\" may have no value for; take an Optional<"
                                    + boxed() + "> or an " + boxed()
                                    + " that may be null, or let the template require {"
                                    + parameter.name() + "}"));
        }
    }

    private String boxed() {
        return switch (parameter.type().name()) {
            case "int" -> "Integer";
            case "long" -> "Long";
            case "double" -> "Double";
            case "float" -> "Float";
            default -> "Boolean";
        };
    }

    private void list(Amount amount) {
        if (amount == Amount.LIST) {
            declaration.templates().stream()
                    .filter(template -> placeholders(template).stream()
                            .anyMatch(placeholder -> placeholder.extent() != Extent.REST))
                    .forEach(template -> problems.add(
                            parameter,
                            "has a parameter " + parameter.declaration() + " that \"" + template.source()
                                    + "\" gives one word to; write {" + parameter.name() + "...}"));
        }
    }

    private void bounds(ByName binding) {
        if (!binding.bounded()) {
            return;
        }
        if (!Converters.isNumber(binding.element().name())) {
            problems.add(
                    parameter, "has bounds for " + parameter.declaration() + ", which is no number; take them away");
        } else if (!canBeKept(binding)) {
            problems.add(
                    parameter,
                    "has bounds for " + parameter.declaration() + " that no number can keep: at least "
                            + Converter.number(binding.min()) + ", at most " + Converter.number(binding.max()));
        }
    }

    private static boolean canBeKept(ByName binding) {
        return Converters.isWhole(binding.element().name())
                ? Math.ceil(binding.min()) <= Math.floor(binding.max())
                : binding.min() <= binding.max();
    }

    private void choices(ByName binding, Converter converter) {
        for (String choice : binding.choices()) {
            if (converter.convert(Slice.of(choice), Nowhere.NOWHERE) == null) {
                problems.add(
                        parameter,
                        "has the choice " + choice + " for " + parameter.declaration() + ", which is not "
                                + ElementConverter.unrestricted(binding, name -> name)
                                        .map(Converter::wanted)
                                        .orElse("one"));
            }
        }
    }

    /** What is allowed, which must be the same in every template. */
    private List<String> choices() {
        List<List<String>> different = declaration.templates().stream()
                .flatMap(template -> placeholders(template).stream())
                .map(Placeholder::choices)
                .distinct()
                .toList();
        if (different.size() > 1) {
            problems.add(
                    parameter,
                    "has different choices for {" + parameter.name() + "} in its templates; give it the same");
        }
        return different.isEmpty() ? List.of() : different.get(0);
    }

    private List<Placeholder> placeholders(Template template) {
        return template.placeholders().stream()
                .filter(placeholder -> placeholder.name().equals(parameter.name()))
                .toList();
    }
}
