package dev.spacesbot.internal.dispatch;

import dev.spacesbot.event.Message;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.internal.command.Converter;
import dev.spacesbot.internal.command.Slice;
import dev.spacesbot.internal.command.UsageException;
import dev.spacesbot.internal.declare.Binding;
import dev.spacesbot.internal.declare.Binding.ByName;
import dev.spacesbot.internal.declare.Binding.ByType;
import dev.spacesbot.internal.declare.ElementConverter;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where one parameter of a handler gets its value from. Chosen once at the start. */
interface Argument {

    /**
     * The value for one invocation.
     *
     * @throws UsageException where what the person wrote is no such value
     */
    @Nullable
    Object bind(Call call);

    /** The argument for a parameter that was found right. */
    static Argument of(Parameter parameter, Binding binding) {
        return binding instanceof ByName named
                ? named(parameter, named)
                : byType(parameter.getParameterizedType(), ((ByType) binding));
    }

    private static Argument byType(Type type, ByType binding) {
        return switch (binding.source()) {
            case EVENT -> call -> call.occasion().event();
            case SENDER -> call -> call.occasion().sender();
            case SPACE -> call -> call.occasion().space();
            case SPACES -> call -> call.context().spaces();
            case MENTIONS -> call -> mentions(call.occasion().event());
            case SESSION -> call -> call.context().session();
            case SCHEDULE -> call -> call.context().schedule();
            case ERROR -> call -> call.occasion().subject();
            case VALUE -> new Kept(type);
        };
    }

    private static Object mentions(@Nullable SpaceEvent event) {
        return event instanceof Message message ? message.mentions() : List.of();
    }

    private static Argument named(Parameter parameter, ByName binding) {
        Class<?> element = elementClass(parameter.getParameterizedType());
        Converter converter = ElementConverter.of(binding, name -> constant(element, name))
                .orElseThrow(() -> new IllegalStateException("A checked parameter has a converter"));
        Word word = new Word(binding.name(), converter, element.isPrimitive());
        return switch (binding.amount()) {
            case ONE -> word;
            case OPTIONAL -> call -> Optional.ofNullable(word.bind(call));
            case LIST -> new Several(word);
        };
    }

    private static Class<?> elementClass(Type type) {
        return type instanceof ParameterizedType generic
                ? (Class<?>) generic.getActualTypeArguments()[0]
                : (Class<?>) type;
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A part of the template or regular expression, converted. */
    record Word(String name, Converter converter, boolean primitive) implements Argument {

        @Override
        public @Nullable Object bind(Call call) {
            Slice slice = call.captures().get(name);
            return slice == null ? absent() : convert(slice, call);
        }

        Object convert(Slice slice, Call call) {
            Object value = converter.convert(slice, call);
            if (value == null) {
                throw new UsageException(name + ": \"" + slice.excerpt() + "\" is not " + converter.wanted() + ".");
            }
            return value;
        }

        /** An optional part may be left out, another template may lack this name, and a group may take no part in a match. */
        private @Nullable Object absent() {
            if (primitive) {
                throw new UsageException(name + " is missing; it must be " + converter.wanted() + ".");
            }
            return null;
        }
    }

    /** All the words of a part, each converted; an empty list where there are none. */
    record Several(Word each) implements Argument {

        @Override
        public Object bind(Call call) {
            Slice slice = call.captures().get(each.name());
            return slice == null
                    ? List.of()
                    : slice.words().stream()
                            .map(word -> each.convert(word, call))
                            .toList();
        }
    }

    /** What was kept for a reminder. */
    record Kept(Type type) implements Argument {

        @Override
        public @Nullable Object bind(Call call) {
            return KeptValues.read(call.occasion().subject(), type);
        }
    }
}
