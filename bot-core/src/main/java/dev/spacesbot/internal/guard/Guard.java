package dev.spacesbot.internal.guard;

import dev.spacesbot.config.Rules;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.Allow;
import dev.spacesbot.handler.Limit;
import dev.spacesbot.internal.people.People;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Stands before a handler: who may use it, and how often. Safe for use by several threads. */
public final class Guard {

    private final @Nullable AccessGuard access;
    private final @Nullable QuotaGuard quota;
    private final boolean quiet;

    private Guard(@Nullable AccessGuard access, @Nullable QuotaGuard quota, boolean quiet) {
        this.access = access;
        this.quota = quota;
        this.quiet = quiet;
    }

    /**
     * The guard of a handler. For each of the two, who and how often, the configuration comes first, then the method, then its
     * class.
     *
     * @param command its name; empty where it has none
     * @param problems told what is wrong with the annotations, without the place
     * @return null where everybody may, always
     */
    public static @Nullable Guard of(
            String command, AnnotatedElement method, AnnotatedElement type, Rules rules, Consumer<String> problems) {
        String shown = command.isBlank() ? "this" : "\"" + command + "\"";
        Allow allow = nearest(Allow.class, method, type);
        Rules.Access stated = allow == null ? null : Stated.access(allow, problems);
        Rules.Access access = rules.access(command).orElse(stated);
        Limit limit = nearest(Limit.class, method, type);
        Rules.Quota counted = limit == null ? null : Stated.quota(limit, problems);
        Rules.Quota quota = rules.quota(command).orElse(counted);
        return access == null && quota == null
                ? null
                : new Guard(
                        access == null ? null : new AccessGuard(shown, access),
                        quota == null ? null : new QuotaGuard(shown, quota),
                        false);
    }

    private static <A extends Annotation> @Nullable A nearest(
            Class<A> annotation, AnnotatedElement method, AnnotatedElement type) {
        return places(method, type).stream()
                .map(place -> place.getAnnotation(annotation))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What overrides a method may be stricter than it, also where it leaves the handler's annotation to it. */
    private static List<AnnotatedElement> places(AnnotatedElement method, AnnotatedElement type) {
        List<AnnotatedElement> places = new ArrayList<>();
        if (method instanceof Method handler && type instanceof Class<?> made) {
            for (Class<?> at = made; at != null && at != handler.getDeclaringClass(); at = at.getSuperclass()) {
                Arrays.stream(at.getDeclaredMethods())
                        .filter(other -> overrides(other, handler))
                        .forEach(places::add);
            }
        }
        places.add(method);
        places.add(type);
        return places;
    }

    private static boolean overrides(Method other, Method method) {
        return other.getName().equals(method.getName())
                && Arrays.equals(other.getParameterTypes(), method.getParameterTypes())
                && !Modifier.isPrivate(method.getModifiers())
                && !Modifier.isStatic(other.getModifiers());
    }

    /** The same, saying nothing to anybody: for a handler that nobody asked for anything. */
    public Guard quietly() {
        return new Guard(access, quota, true);
    }

    /** Whether somebody may use it at all, for the help. Counts nothing; may ask the service. */
    public boolean allows(User user, Space space, People people) {
        return access == null || access.allows(user, space, people);
    }

    /**
     * Lets somebody use it, and counts that. May ask the service, and wait.
     *
     * @return null where they may; else what to tell them
     */
    public @Nullable Refusal check(User user, Space space, People people, Instant now) {
        Refusal refusal = access == null ? null : access.check(user, space, people, now);
        if (refusal == null && quota != null) {
            refusal = quota.check(user, space, now);
        }
        return refusal != null && quiet ? Refusal.SILENT : refusal;
    }
}
