package dev.spacesbot.internal.declare;

import com.google.re2j.Pattern;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.handler.Addressed;
import dev.spacesbot.handler.Late;
import dev.spacesbot.handler.Misfire;
import dev.spacesbot.internal.command.Template;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One handler annotation, read: what sets the method off, and what it may ask for. */
public sealed interface Declaration {

    /** What parameters may ask for by type. */
    Set<Source> offers();

    /** The event that is handed over where {@link Source#EVENT} is offered. */
    default Class<? extends SpaceEvent> event() {
        return SpaceEvent.class;
    }

    /** The names that parameters may bind. */
    default List<String> names() {
        return List.of();
    }

    /** The templates, any of which may fit; empty where there are none. */
    default List<Template> templates() {
        return List.of();
    }

    /** The same, knowing what its parameters take. */
    default Declaration bound(List<Binding> bindings) {
        return this;
    }

    /** Whether there is a space that a reply could go to. */
    default boolean hasSpace() {
        return true;
    }

    /** Whether somebody sets it off who may be refused. */
    default boolean refusable() {
        return this instanceof OfMessages || this instanceof OfItems || this instanceof OfPresence;
    }

    /** How a command is called and explained. */
    record Command(String name, String description, String example) {}

    /**
     * Messages.
     *
     * @param on new ones, changed ones, or both
     * @param regex for the whole text, or null
     * @param always whether it sees every message
     * @param addressed to whom they must be said
     * @param during the step of a conversation; empty for none
     * @param late what becomes of those that are found later
     */
    record OfMessages(
            Command command,
            Set<Change> on,
            List<Template> templates,
            @Nullable Pattern regex,
            boolean always,
            Addressed addressed,
            String during,
            Late late)
            implements Declaration {

        @Override
        public Set<Source> offers() {
            return EnumSet.complementOf(EnumSet.of(Source.ERROR, Source.VALUE));
        }

        @Override
        public Class<? extends SpaceEvent> event() {
            return Message.class;
        }

        @Override
        public List<String> names() {
            Set<String> names = new LinkedHashSet<>();
            templates.forEach(template -> names.addAll(template.names()));
            if (regex != null) {
                names.addAll(regex.namedGroups().keySet());
            }
            return List.copyOf(names);
        }

        /** Spans of time may take several words. */
        @Override
        public Declaration bound(List<Binding> bindings) {
            Set<String> spans = bindings.stream()
                    .filter(binding -> binding instanceof Binding.ByName named
                            && named.element().is(Duration.class)
                            && named.amount() != Binding.Amount.LIST)
                    .map(binding -> ((Binding.ByName) binding).name())
                    .collect(Collectors.toSet());
            List<Template> spanned = templates.stream()
                    .map(template -> template.withSpans(spans))
                    .toList();
            return new OfMessages(command, on, spanned, regex, always, addressed, during, late);
        }
    }

    /** Tasks or posts, new or changed. */
    record OfItems(Class<? extends SpaceEvent> event, Set<Change> on) implements Declaration {

        @Override
        public Set<Source> offers() {
            return EnumSet.of(
                    Source.EVENT, Source.SENDER, Source.SPACE, Source.SPACES, Source.SESSION, Source.SCHEDULE);
        }
    }

    /** People coming, going and typing. */
    record OfPresence(Set<Presence.Kind> on) implements Declaration {

        @Override
        public Set<Source> offers() {
            return EnumSet.of(
                    Source.EVENT, Source.SENDER, Source.SPACE, Source.SPACES, Source.SESSION, Source.SCHEDULE);
        }

        @Override
        public Class<? extends SpaceEvent> event() {
            return Presence.class;
        }
    }

    /**
     * Times.
     *
     * @param every from one to the next, or null where there is a cron expression
     * @param cron five fields; empty where there is none
     * @param zone for it, or null for that of the configuration
     */
    record OfTimes(
            @Nullable Duration every, String cron, @Nullable ZoneId zone, Misfire misfire) implements Declaration {

        @Override
        public Set<Source> offers() {
            return EnumSet.of(Source.SPACE, Source.SPACES, Source.SCHEDULE);
        }

        @Override
        public boolean hasSpace() {
            return false;
        }
    }

    /** What was put off under a name. */
    record OfReminders(String name) implements Declaration {

        @Override
        public Set<Source> offers() {
            return EnumSet.of(
                    Source.SENDER, Source.SPACE, Source.SPACES, Source.SESSION, Source.SCHEDULE, Source.VALUE);
        }
    }

    /** Exceptions of these types, which handlers threw. */
    record OfErrors(List<TypeShape> types) implements Declaration {

        @Override
        public Set<Source> offers() {
            return EnumSet.of(Source.ERROR, Source.EVENT, Source.SENDER, Source.SPACE, Source.SPACES);
        }
    }

    /**
     * A moment in the life of the bot.
     *
     * @param again whether to run again after a lost connection
     */
    record OfMoments(Moment moment, boolean again) implements Declaration {

        @Override
        public Set<Source> offers() {
            return switch (moment) {
                case JOIN -> EnumSet.of(Source.SPACE, Source.SPACES, Source.SCHEDULE);
                case LEAVE -> EnumSet.of(Source.SPACE, Source.SPACES);
                case START, STOP -> EnumSet.of(Source.SPACES);
            };
        }

        @Override
        public boolean hasSpace() {
            return moment == Moment.JOIN;
        }
    }

    /** A moment in the life of the bot. */
    enum Moment {
        /** Connected for the first time. */
        START,
        /** About to disconnect. */
        STOP,
        /** In a space. */
        JOIN,
        /** Out of a space. */
        LEAVE
    }

    /** Every annotation that makes a method a handler. */
    static List<Class<? extends Annotation>> annotations() {
        return DeclarationReader.ANNOTATIONS;
    }

    /** What is wrong with a class that is annotated as a handler and has these public methods, which are none or several. */
    static String notOneMethod(String type, List<String> methods) {
        return type + " is annotated as a class, so it must have one public method; it has "
                + (methods.isEmpty()
                        ? "none"
                        : methods.size() + ": " + methods.stream().sorted().collect(Collectors.joining(", ")));
    }

    /** All that annotations declare of one method or class; problems are told without the place. */
    static List<Declaration> of(Annotated annotated, Consumer<String> problems) {
        List<Declaration> declarations = new ArrayList<>();
        DeclarationReader reader = new DeclarationReader(annotated, problems);
        reader.read(declarations::add);
        reader.rules(declarations);
        return declarations;
    }
}
