package dev.spacesbot.internal.dispatch;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.spacesbot.handler.Addressed;
import dev.spacesbot.internal.command.Captures;
import dev.spacesbot.internal.command.Slice;
import dev.spacesbot.internal.command.Template;
import dev.spacesbot.internal.command.TemplateTree;
import dev.spacesbot.internal.command.Words;
import dev.spacesbot.internal.declare.Declaration.OfMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which handler takes a message: template before regular expression before the one without a pattern. */
final class MessageRoutes {

    private final TemplateTree<Command> templates = new TemplateTree<>(true);

    /** Where only a choice is wrong, the command is meant all the same, and tells so. */
    private final TemplateTree<Command> anyChoice = new TemplateTree<>(false);

    private final List<Expression> expressions = new ArrayList<>();
    private final List<Rest> others = new ArrayList<>();
    private boolean choices;

    /** A template of a handler. */
    private record Command(Action action, Template template, Addressed addressed) {}

    private record Expression(HandlerMethod method, Pattern pattern, List<String> groups, Addressed addressed) {}

    private record Rest(HandlerMethod method, Addressed addressed) {}

    void add(Handler handler, OfMessages messages, Addressed addressed, Consumer<String> problems) {
        if (messages.regex() != null) {
            sameRegex(handler, messages.regex(), problems);
            List<String> groups = List.copyOf(messages.regex().namedGroups().keySet());
            expressions.add(new Expression(handler.method(), messages.regex(), groups, addressed));
        } else if (messages.templates().isEmpty()) {
            addOther(handler.method(), addressed, problems);
        }
        for (Template template : messages.templates()) {
            addTemplate(new Command(handler.method(), template, addressed), problems);
        }
    }

    /** Adds what the bot does by itself. */
    void add(Action action, String template, Addressed addressed) {
        Template parsed = Template.parse(template);
        Command unused = templates.add(parsed, new Command(action, parsed, addressed));
    }

    private void sameRegex(Handler handler, Pattern regex, Consumer<String> problems) {
        String source = regex.pattern();
        expressions.stream()
                .filter(before -> before.pattern().pattern().equals(source))
                .forEach(before -> problems.accept(before.method().name() + " and " + handler.name()
                        + " have the regex \"" + source + "\"; change one of them"));
    }

    /** One for messages to the bot and one for all others may stand beside each other. */
    private void addOther(HandlerMethod method, Addressed addressed, Consumer<String> problems) {
        others.stream()
                .filter(before -> before.addressed() == addressed)
                .forEach(before -> problems.accept(
                        method.name() + " and " + before.method().name()
                                + " both take the messages that no other handler matches; only one can"));
        others.add(new Rest(method, addressed));
        others.sort((left, right) -> right.addressed().compareTo(left.addressed()));
    }

    private void addTemplate(Command command, Consumer<String> problems) {
        Command before = templates.add(command.template(), command);
        if (before != null) {
            String source = command.template().source();
            String same = before.template().source().equals(source)
                    ? "have the template \"" + source + "\""
                    : "fit the same messages: \"" + before.template().source() + "\" and \"" + source + "\"";
            problems.accept(
                    before.action().name() + " and " + command.action().name() + " " + same + "; change one of them");
        }
        if (command.template().placeholders().stream()
                .anyMatch(placeholder -> !placeholder.choices().isEmpty())) {
            choices = true;
            anyChoice.add(command.template(), command);
        }
    }

    /** The handler that answers; null where there is none. */
    @Nullable
    Invocation find(Heard heard, Words words) {
        Predicate<Command> reached = command -> heard.reaches(command.addressed());
        TemplateTree.Found<Command> found = templates.find(words, reached);
        if (found == null && choices) {
            found = anyChoice.find(words, reached);
        }
        if (found != null) {
            Command command = found.target();
            return new Invocation(
                    command.action(), found.captures(), command.template().source());
        }
        for (Expression expression : expressions) {
            if (heard.reaches(expression.addressed())) {
                Matcher matcher = expression.pattern().matcher(heard.text());
                if (matcher.matches()) {
                    return new Invocation(expression.method(), captures(expression, matcher), "");
                }
            }
        }
        for (Rest other : others) {
            if (heard.reaches(other.addressed())) {
                return new Invocation(other.method());
            }
        }
        return null;
    }

    private static Captures captures(Expression expression, Matcher matcher) {
        List<@Nullable Slice> slices = new ArrayList<>();
        for (String group : expression.groups()) {
            String text = matcher.group(group);
            slices.add(text == null ? null : Slice.of(text));
        }
        return new Captures(expression.groups(), slices);
    }
}
