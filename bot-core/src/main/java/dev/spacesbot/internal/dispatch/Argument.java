package dev.spacesbot.internal.dispatch;

import dev.spacesbot.Spaces;
import dev.spacesbot.event.Mention;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.User;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
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

    /** What a handler may ask for besides the parts of its template, in words for an author. */
    static String known(Class<? extends SpaceEvent> event) {
        return event.getSimpleName() + ", User, Space, Spaces" + (event == Message.class ? " or List<Mention>" : "");
    }

    /** The argument for a parameter that asks for the event or its surroundings by type; empty where it does not. */
    static Optional<Argument> byType(Type type, Class<? extends SpaceEvent> event) {
        if (type == event || type == SpaceEvent.class) {
            return Optional.of(Call::event);
        }
        if (type == User.class) {
            return Optional.of(call -> call.event().sender());
        }
        if (type == Space.class) {
            return Optional.of(call -> call.event().space());
        }
        if (type == Spaces.class) {
            return Optional.of(Call::spaces);
        }
        return isMentions(type) && event == Message.class
                ? Optional.of(call -> ((Message) call.event()).mentions())
                : Optional.empty();
    }

    private static boolean isMentions(Type type) {
        return type instanceof ParameterizedType list
                && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] == Mention.class;
    }

    /** A part of the template or regular expression, converted. */
    record Word(String name, Converters.Converter converter, boolean primitive) implements Argument {

        @Override
        public @Nullable Object bind(Call call) {
            String word = call.captures().get(name);
            if (word == null) {
                return absent();
            }
            Object value = converter.convert(word);
            if (value == null) {
                throw new UsageException(name + ": \"" + word + "\" is not " + converter.wanted() + ".");
            }
            return value;
        }

        /** Another template of the same method may lack this name, and a group may take no part in a match. */
        private @Nullable Object absent() {
            if (primitive) {
                throw new UsageException(name + " is missing; it must be " + converter.wanted() + ".");
            }
            return null;
        }
    }
}
