package dev.spacesbot.internal.declare;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.Task;
import dev.spacesbot.handler.Allow;
import dev.spacesbot.handler.Cron;
import dev.spacesbot.handler.Every;
import dev.spacesbot.handler.Limit;
import dev.spacesbot.handler.OnError;
import dev.spacesbot.handler.OnJoin;
import dev.spacesbot.handler.OnLeave;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnPost;
import dev.spacesbot.handler.OnPresence;
import dev.spacesbot.handler.OnReminder;
import dev.spacesbot.handler.OnStart;
import dev.spacesbot.handler.OnStop;
import dev.spacesbot.handler.OnTask;
import dev.spacesbot.internal.command.Template;
import dev.spacesbot.internal.command.TemplateTree;
import dev.spacesbot.internal.command.Words;
import dev.spacesbot.internal.declare.Declaration.Command;
import dev.spacesbot.internal.declare.Declaration.Moment;
import dev.spacesbot.internal.declare.Declaration.OfErrors;
import dev.spacesbot.internal.declare.Declaration.OfItems;
import dev.spacesbot.internal.declare.Declaration.OfMessages;
import dev.spacesbot.internal.declare.Declaration.OfMoments;
import dev.spacesbot.internal.declare.Declaration.OfPresence;
import dev.spacesbot.internal.declare.Declaration.OfReminders;
import dev.spacesbot.internal.declare.Declaration.OfTimes;
import dev.spacesbot.internal.schedule.CronTimes;
import dev.spacesbot.internal.text.Durations;
import java.lang.annotation.Annotation;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the annotations of one class or method. */
final class DeclarationReader {

    /** Every annotation that makes a method a handler. */
    static final List<Class<? extends Annotation>> ANNOTATIONS = List.of(
            OnMessage.class,
            OnTask.class,
            OnPost.class,
            OnPresence.class,
            Every.class,
            Cron.class,
            OnReminder.class,
            OnError.class,
            OnStart.class,
            OnStop.class,
            OnJoin.class,
            OnLeave.class);

    private final Annotated annotated;
    private final Consumer<String> problems;

    DeclarationReader(Annotated annotated, Consumer<String> problems) {
        this.annotated = annotated;
        this.problems = problems;
    }

    void read(Consumer<Declaration> out) {
        read(OnMessage.class, this::messages, out);
        read(OnTask.class, task -> new OfItems(Task.class, changes(task.on())), out);
        read(OnPost.class, post -> new OfItems(Post.class, changes(post.on())), out);
        read(OnPresence.class, presence -> new OfPresence(kinds(presence.on())), out);
        read(Every.class, this::every, out);
        read(Cron.class, this::cron, out);
        read(OnReminder.class, reminder -> new OfReminders(reminder.value()), out);
        read(OnError.class, error -> errors(annotated.errorTypes()), out);
        read(OnStart.class, start -> new OfMoments(Moment.START, false), out);
        read(OnStop.class, stop -> new OfMoments(Moment.STOP, false), out);
        read(OnJoin.class, join -> new OfMoments(Moment.JOIN, join.again()), out);
        read(OnLeave.class, leave -> new OfMoments(Moment.LEAVE, false), out);
    }

    /** A rule about people that would rule nobody. */
    void rules(List<Declaration> declarations) {
        if (!declarations.isEmpty() && declarations.stream().noneMatch(Declaration::refusable)) {
            Stream.of(Allow.class, Limit.class)
                    .filter(rule -> annotated.get(rule) != null)
                    .forEach(
                            rule -> problems.accept(
                                    "has an @" + rule.getSimpleName()
                                            + ", but nobody asks for what it does: messages, tasks, posts and presence alone can be refused"));
        }
    }

    private <A extends Annotation> void read(
            Class<A> type, Function<A, @Nullable Declaration> reader, Consumer<Declaration> out) {
        A annotation = annotated.get(type);
        Declaration declaration = annotation == null ? null : reader.apply(annotation);
        if (declaration != null) {
            out.accept(declaration);
        }
    }

    private Declaration messages(OnMessage message) {
        List<Template> templates = new ArrayList<>();
        for (String source : message.value()) {
            try {
                templates.add(Template.parse(source));
            } catch (IllegalArgumentException e) {
                problems.accept("the template \"" + source + "\" " + e.getMessage());
            }
        }
        contradictions(message);
        example(message, templates);
        return new OfMessages(
                command(message, templates),
                changes(message.on()),
                List.copyOf(templates),
                regex(message.regex()),
                message.always(),
                message.addressed(),
                message.during(),
                message.late());
    }

    private static Command command(OnMessage message, List<Template> templates) {
        String name = message.name().isEmpty() && !templates.isEmpty()
                ? templates.get(0).command()
                : message.name();
        return new Command(name, message.description(), message.example());
    }

    private void contradictions(OnMessage message) {
        if (message.value().length > 0 && !message.regex().isEmpty()) {
            problems.accept("has both a template and a regex; keep one of them");
        }
        if (message.always() && (message.value().length > 0 || !message.regex().isEmpty())) {
            problems.accept("is always = true, which sees every message, so it cannot have a pattern as well");
        }
        if (message.always() && !message.during().isEmpty()) {
            problems.accept("is always = true, which sees every message, so it cannot be for one step alone");
        }
    }

    private void example(OnMessage message, List<Template> templates) {
        if (message.example().isEmpty() || templates.size() != message.value().length || templates.isEmpty()) {
            return;
        }
        TemplateTree<Template> tree = new TemplateTree<>(true);
        templates.forEach(template -> tree.add(template, template));
        // Any placeholder may turn out to be a span of time, in two words.
        templates.stream()
                .map(template -> template.withSpans(Set.copyOf(template.names())))
                .forEach(template -> tree.add(template, template));
        if (tree.find(Words.of(message.example()), template -> true) == null) {
            problems.accept("has the example \"" + message.example() + "\", which does not fit its template");
        }
    }

    private @Nullable Pattern regex(String source) {
        try {
            return source.isEmpty() ? null : Pattern.compile(source);
        } catch (PatternSyntaxException e) {
            problems.accept("the regex \"" + source + "\" cannot be read: " + e.getDescription()
                    + " (RE2's syntax: no look-around, no back-references)");
            return null;
        }
    }

    private Set<Change> changes(Change[] on) {
        if (on.length == 0) {
            problems.accept("has on = {}, so it would never run; name CREATED, UPDATED or both");
        }
        return Set.copyOf(List.of(on));
    }

    private Set<Presence.Kind> kinds(Presence.Kind[] on) {
        if (on.length == 0) {
            problems.accept("has on = {}, so it would never run; name ENTERED, LEFT or TYPING");
        }
        return Set.copyOf(List.of(on));
    }

    private Declaration errors(List<TypeShape> types) {
        if (types.isEmpty()) {
            problems.accept("has @OnError({}), so it would never run; name the exceptions that it answers");
        }
        return new OfErrors(types);
    }

    private @Nullable Declaration every(Every every) {
        Optional<Duration> span = Durations.parse(every.value()).filter(time -> time.toSeconds() >= 1);
        if (span.isEmpty()) {
            problems.accept("has @Every(\"" + every.value() + "\"), which is not " + Durations.WANTED
                    + ", of a second or more");
            return null;
        }
        return new OfTimes(span.get(), "", null, every.misfire());
    }

    private Declaration cron(Cron cron) {
        ZoneId zone = zone(cron.zone());
        try {
            CronTimes unused = CronTimes.of(cron.value(), zone == null ? ZoneOffset.UTC : zone);
        } catch (IllegalArgumentException e) {
            problems.accept(
                    "has @Cron(\"" + cron.value() + "\"), which is not " + CronTimes.WANTED + ": " + e.getMessage());
        }
        return new OfTimes(null, cron.value(), zone, cron.misfire());
    }

    private @Nullable ZoneId zone(String zone) {
        try {
            return zone.isEmpty() ? null : ZoneId.of(zone);
        } catch (DateTimeException e) {
            problems.accept("has the zone \"" + zone + "\", which is none; write one such as Europe/Paris or UTC");
            return null;
        }
    }
}
