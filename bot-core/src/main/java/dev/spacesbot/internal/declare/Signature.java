package dev.spacesbot.internal.declare;

import dev.spacesbot.Reply;
import dev.spacesbot.Schedule;
import dev.spacesbot.Session;
import dev.spacesbot.Spaces;
import dev.spacesbot.event.Mention;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.declare.Declaration.OfErrors;
import dev.spacesbot.internal.declare.Declaration.OfTimes;
import dev.spacesbot.internal.declare.MethodShape.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a method can handle what its annotation declares, and where its parameters get their values from. */
public final class Signature {

    private final MethodShape method;
    private final Declaration declaration;
    private final Problems problems;

    private Signature(MethodShape method, Declaration declaration, Problems problems) {
        this.method = method;
        this.declaration = declaration;
        this.problems = problems;
    }

    /** The bindings of a method's parameters, in order; those with problems, told without the place, are left out. */
    public static List<Binding> check(MethodShape method, Declaration declaration, Problems problems) {
        return new Signature(method, declaration, problems).check();
    }

    private List<Binding> check() {
        List<Binding> bindings = new ArrayList<>();
        Set<String> unbound = new LinkedHashSet<>(declaration.names());
        for (Parameter parameter : method.parameters()) {
            Binding binding = null;
            if (unbound.remove(parameter.name())) {
                binding = new NamedParameter(parameter, declaration, problems).binding();
            } else {
                binding = byType(parameter, bindings);
            }
            if (binding != null) {
                bindings.add(binding);
            }
        }
        for (String name : unbound) {
            problems.add("has no parameter for {" + name + "}; add one called " + name + ", or mark one with @Arg(\""
                    + name + "\")");
        }
        if (method.isStatic()) {
            problems.add("is static; a handler is a method of an object");
        }
        needsSpace(bindings);
        returns();
        return bindings;
    }

    private @Nullable Binding byType(Parameter parameter, List<Binding> before) {
        Source source = source(parameter.type());
        if (source == null && declaration.offers().contains(Source.VALUE)) {
            boolean another = before.stream()
                    .anyMatch(binding -> binding instanceof Binding.ByType other && other.source() == Source.VALUE);
            source = another ? null : Source.VALUE;
        }
        if (source == null) {
            problems.add(parameter, unbindable(parameter));
            return null;
        }
        return new Binding.ByType(source, parameter.type());
    }

    private @Nullable Source source(TypeShape type) {
        Source source = null;
        if (type.is(declaration.event()) || type.is(SpaceEvent.class)) {
            source = Source.EVENT;
        } else if (type.is(User.class)) {
            source = Source.SENDER;
        } else if (type.is(Space.class)) {
            source = Source.SPACE;
        } else if (type.is(Spaces.class)) {
            source = Source.SPACES;
        } else if (type.is(Session.class)) {
            source = Source.SESSION;
        } else if (type.is(Schedule.class)) {
            source = Source.SCHEDULE;
        } else if (type.is(List.class, Mention.class)) {
            source = Source.MENTIONS;
        } else if (declaration instanceof OfErrors errors
                && errors.types().stream().allMatch(error -> error.supertypes().contains(type.name()))) {
            source = Source.ERROR;
        }
        return source != null && declaration.offers().contains(source) ? source : null;
    }

    private String unbindable(Parameter parameter) {
        String what = "has a parameter " + parameter.declaration() + " that nothing binds";
        if (!parameter.named() && !declaration.names().isEmpty()) {
            return what + "; compile with -parameters, or mark it with @Arg";
        }
        List<String> names = declaration.names();
        return what + "; it may have "
                + (names.isEmpty()
                        ? "the type "
                        : "one of the names " + String.join(", ", names) + ", or of the types ")
                + offers();
    }

    private String offers() {
        List<String> offers = declaration.offers().stream().map(this::inWords).toList();
        int last = offers.size() - 1;
        return last == 0 ? offers.get(0) : String.join(", ", offers.subList(0, last)) + " or " + offers.get(last);
    }

    private String inWords(Source source) {
        return switch (source) {
            case EVENT -> declaration.event().getSimpleName();
            case SENDER -> "User";
            case SPACE -> "Space";
            case SPACES -> "Spaces";
            case MENTIONS -> "List<Mention>";
            case SESSION -> "Session";
            case SCHEDULE -> "Schedule";
            case ERROR -> "the exception";
            case VALUE -> "that of the value that was kept";
        };
    }

    private boolean takes(List<Binding> bindings, Source source) {
        return bindings.stream()
                .anyMatch(binding -> binding instanceof Binding.ByType byType && byType.source() == source);
    }

    /** What is told at a time has no space of its own, unless the method asks for one. */
    private void needsSpace(List<Binding> bindings) {
        if (declaration instanceof OfTimes && takes(bindings, Source.SCHEDULE) && !takes(bindings, Source.SPACE)) {
            problems.add("takes a Schedule, which belongs to a space; take the Space as well, to run for each");
        }
    }

    private void returns() {
        TypeShape returns = method.returns();
        boolean takesSpace = method.parameters().stream()
                .anyMatch(parameter -> parameter.type().is(Space.class));
        if (!accepts(returns)) {
            problems.add("returns " + returns.simpleName() + "; it may return String, Reply, Optional,"
                    + " Iterable, Stream or CompletionStage of these, or void");
        } else if (!declaration.hasSpace() && !(declaration instanceof OfTimes && takesSpace) && !isNothing(returns)) {
            problems.add("returns " + returns.simpleName() + ", but there is no space to say it in; return void, and"
                    + " say it by Spaces"
                    + (declaration instanceof OfTimes ? ", or take a Space to run for each" : ""));
        }
    }

    private static boolean isNothing(TypeShape type) {
        return type.name().equals("void") || type.is(Void.class) || type.is(CompletionStage.class, Void.class);
    }

    private static boolean accepts(TypeShape type) {
        if (type.isA(Iterable.class)
                || type.is(Optional.class)
                || type.isA(Stream.class)
                || type.isA(CompletionStage.class)) {
            return type.arguments().stream().allMatch(Signature::accepts);
        }
        return type.name().equals("void")
                || type.is(Void.class)
                || type.is(Object.class)
                || type.is(String.class)
                || type.is(Reply.class)
                || type.supertypes().isEmpty();
    }
}
