package dev.spacesbot.internal.dispatch;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnPost;
import dev.spacesbot.handler.OnTask;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One handler annotation, read: what kind of event, and which of them. */
record Declaration(
        Class<? extends SpaceEvent> event,
        Set<Change> on,
        List<Template> templates,
        @Nullable Pattern regex,
        boolean always) {

    /** The annotations that make an element a handler; empty where there are none. */
    static List<Declaration> on(AnnotatedElement element, Consumer<String> problems) {
        List<Declaration> declarations = new ArrayList<>();
        OnMessage message = element.getAnnotation(OnMessage.class);
        if (message != null) {
            declarations.add(message(message, problems));
        }
        OnTask task = element.getAnnotation(OnTask.class);
        if (task != null) {
            declarations.add(new Declaration(Task.class, changes(task.on(), problems), List.of(), null, false));
        }
        OnPost post = element.getAnnotation(OnPost.class);
        if (post != null) {
            declarations.add(new Declaration(Post.class, changes(post.on(), problems), List.of(), null, false));
        }
        return declarations;
    }

    /** Whether an element carries one of the annotations. */
    static boolean isOn(AnnotatedElement element) {
        return element.isAnnotationPresent(OnMessage.class)
                || element.isAnnotationPresent(OnTask.class)
                || element.isAnnotationPresent(OnPost.class);
    }

    /** The names that parameters may bind. */
    List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        templates.forEach(template -> names.addAll(template.names()));
        if (regex != null) {
            names.addAll(regex.namedGroups().keySet());
        }
        return List.copyOf(names);
    }

    /** Whether it takes only messages that fit something. */
    boolean hasPattern() {
        return !templates.isEmpty() || regex != null;
    }

    private static Declaration message(OnMessage message, Consumer<String> problems) {
        List<Template> templates = new ArrayList<>();
        for (String source : message.value()) {
            try {
                templates.add(Template.parse(source));
            } catch (IllegalArgumentException e) {
                problems.accept("the template \"" + source + "\" " + e.getMessage());
            }
        }
        boolean patterned = message.value().length > 0 || !message.regex().isEmpty();
        if (message.value().length > 0 && !message.regex().isEmpty()) {
            problems.accept("has both a template and a regex; keep one of them");
        }
        if (message.always() && patterned) {
            problems.accept("is always = true, which sees every message, so it cannot have a pattern as well");
        }
        return new Declaration(
                Message.class,
                changes(message.on(), problems),
                List.copyOf(templates),
                regex(message.regex(), problems),
                message.always());
    }

    private static @Nullable Pattern regex(String source, Consumer<String> problems) {
        try {
            return source.isEmpty() ? null : Pattern.compile(source);
        } catch (PatternSyntaxException e) {
            problems.accept("the regex \"" + source + "\" cannot be read: " + e.getDescription()
                    + " (RE2's syntax: no look-around, no back-references)");
            return null;
        }
    }

    private static Set<Change> changes(Change[] on, Consumer<String> problems) {
        if (on.length == 0) {
            problems.accept("has on = {}, so it would never run; name CREATED, UPDATED or both");
        }
        return Set.of(new LinkedHashSet<>(List.of(on)).toArray(Change[]::new));
    }
}
