package dev.spacesbot.internal.dispatch;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which handler takes a message: template before regular expression before the one without a pattern. */
final class MessageRoutes {

    private final TemplateTree<Command> templates = new TemplateTree<>();
    private final List<Expression> expressions = new ArrayList<>();
    private final List<Invocation> always = new ArrayList<>();
    private @Nullable HandlerMethod other;

    private record Command(HandlerMethod method, Template template) {}

    private record Expression(HandlerMethod method, Pattern pattern, List<String> groups) {}

    void add(Handler handler, Consumer<String> problems) {
        if (handler.always()) {
            always.add(new Invocation(handler.method(), Captures.NONE, ""));
        } else if (handler.regex() != null) {
            sameRegex(handler, problems);
            List<String> groups = List.copyOf(handler.regex().namedGroups().keySet());
            expressions.add(new Expression(handler.method(), handler.regex(), groups));
        } else if (handler.templates().isEmpty()) {
            addOther(handler.method(), problems);
        }
        handler.templates().forEach(template -> addTemplate(handler.method(), template, problems));
    }

    private void sameRegex(Handler handler, Consumer<String> problems) {
        String source = String.valueOf(handler.regex());
        expressions.stream()
                .filter(before -> before.pattern().pattern().equals(source))
                .forEach(before -> problems.accept(before.method().name() + " and "
                        + handler.method().name() + " have the regex \"" + source + "\"; change one of them"));
    }

    private void addOther(HandlerMethod method, Consumer<String> problems) {
        if (other != null) {
            problems.accept(method.name() + " and " + other.name()
                    + " both take the messages that no other handler matches; only one can");
        } else {
            other = method;
        }
    }

    private void addTemplate(HandlerMethod method, Template template, Consumer<String> problems) {
        Command before = templates.add(template, new Command(method, template));
        if (before != null) {
            String same = before.template().source().equals(template.source())
                    ? "have the template \"" + template.source() + "\""
                    : "fit the same messages: \"" + before.template().source() + "\" and \"" + template.source() + "\"";
            problems.accept(before.method().name() + " and " + method.name() + " " + same + "; change one of them");
        }
    }

    /** The handlers that see every message, then the one that answers, if any. */
    List<Invocation> find(String text) {
        Invocation answer = answer(text);
        if (answer == null) {
            return Collections.unmodifiableList(always);
        }
        if (always.isEmpty()) {
            return List.of(answer);
        }
        List<Invocation> all = new ArrayList<>(always);
        all.add(answer);
        return all;
    }

    private @Nullable Invocation answer(String text) {
        TemplateTree.Found<Command> found = templates.find(Words.of(text));
        if (found != null) {
            Template template = found.target().template();
            return new Invocation(
                    found.target().method(), new Captures(template.names(), found.values()), template.source());
        }
        for (Expression expression : expressions) {
            Matcher matcher = expression.pattern().matcher(text);
            if (matcher.matches()) {
                return new Invocation(expression.method(), captures(expression, matcher), "");
            }
        }
        return other == null ? null : new Invocation(other, Captures.NONE, "");
    }

    private static Captures captures(Expression expression, Matcher matcher) {
        List<@Nullable String> values = new ArrayList<>();
        expression.groups().forEach(group -> values.add(matcher.group(group)));
        return new Captures(expression.groups(), values);
    }
}
