package dev.spacesbot.internal.dispatch;

import dev.spacesbot.config.Rules;
import dev.spacesbot.event.Space;
import dev.spacesbot.handler.Addressed;
import dev.spacesbot.internal.command.Words;
import dev.spacesbot.internal.declare.Declaration.OfMessages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All that handles messages: the handlers of each step of a conversation, those outside of steps, and what the bot does by itself. */
final class Conversation {

    /** Whoever has lost their way gets out by this. */
    private static final String CANCEL = "cancel";

    private static final String NO_STEP = "";

    private static final Invocation CANCELLING = new Invocation(Action.builtIn(CANCEL, call -> {
        call.context().session().done();
        return "Cancelled.";
    }));

    private static final Invocation MEANT_HELP =
            new Invocation(Action.builtIn("did you mean", call -> "Did you mean \"" + Help.WORD + "\"?"));

    private final Map<String, Step> steps = new HashMap<>();
    private final MessageRoutes routes = new MessageRoutes();
    private final List<Watcher> always = new ArrayList<>();
    private final CommandBook book;
    private final boolean created;
    private final Rules rules;
    private boolean helps;
    private final Consumer<String> problems;

    /** What is taken during a step, and what it is told from that something does not fit. */
    private record Step(MessageRoutes routes, CommandBook book) {}

    private record Watcher(Invocation invocation, Addressed addressed) {}

    /** {@code created} for new messages: those that were changed get no help. */
    Conversation(boolean created, Rules rules, Consumer<String> problems) {
        this.created = created;
        this.rules = rules;
        this.problems = problems;
        this.book = new CommandBook();
    }

    void add(Handler handler, OfMessages messages) {
        Addressed addressed =
                messages.addressed() == Addressed.AS_CONFIGURED ? rules.addressed() : messages.addressed();
        if (messages.always()) {
            always.add(new Watcher(new Invocation(handler.method()), addressed));
        } else if (messages.during().equals(NO_STEP)) {
            routes.add(handler, messages, addressed, problems);
            book.add(handler, messages);
        } else {
            // Whoever is asked something need not name the bot again.
            Addressed asked = messages.addressed() == Addressed.AS_CONFIGURED ? Addressed.ANY : addressed;
            Step step =
                    steps.computeIfAbsent(messages.during(), name -> new Step(new MessageRoutes(), new CommandBook()));
            step.routes().add(handler, messages, asked, problems);
            step.book().add(handler, messages);
        }
    }

    /** What people can write outside of steps: the templates. */
    List<String> commands() {
        List<String> commands = new ArrayList<>(book.templates());
        if (helps) {
            commands.add(Help.WORD);
        }
        return commands;
    }

    /** The steps that handlers answer during. */
    Set<String> steps() {
        return steps.keySet();
    }

    /** Every handler is there. */
    void complete() {
        if (created && rules.help() && !book.has(Help.WORD)) {
            helps = true;
            Action help = new Help(book).action();
            routes.add(help, Help.WORD, rules.addressed());
            routes.add(help, Help.WORD + " {" + Help.COMMAND + "...}", rules.addressed());
        }
    }

    /** Those that see every message, then the one that answers. */
    List<Invocation> route(Heard heard, Context context) {
        Invocation answer = answer(heard, context);
        if (always.isEmpty()) {
            return answer == null ? List.of() : List.of(answer);
        }
        List<Invocation> all = new ArrayList<>();
        for (Watcher watcher : always) {
            if (heard.reaches(watcher.addressed())) {
                all.add(watcher.invocation());
            }
        }
        if (answer != null) {
            all.add(answer);
        }
        return all;
    }

    private @Nullable Invocation answer(Heard heard, Context context) {
        Words words = Words.of(heard.text(), heard.message().mentions());
        String step = steps.isEmpty() ? NO_STEP : context.step();
        Step during = steps.get(step);
        if (!step.equals(NO_STEP)) {
            if (words.count() == 1 && words.key(0).equals(CANCEL)) {
                return CANCELLING;
            }
            Invocation next = during == null ? null : during.routes().find(heard, words);
            if (next != null) {
                return next;
            }
        }
        Invocation answer = routes.find(heard, words);
        return answer == null && created && heard.toBot() ? nearMiss(words, during) : answer;
    }

    /** Why nobody answers, outside of steps. */
    String silence(Heard heard) {
        Words words = Words.of(heard.text(), heard.message().mentions());
        Invocation inTheGroup = routes.find(heard.saidTo(heard.message().space()), words);
        if (inTheGroup != null) {
            return inTheGroup.handler()
                    + " takes it where it is said to the bot: with its name in front, or a mention of it.";
        }
        Space direct = new Space(heard.message().space().id(), "", Space.Kind.DIRECT);
        Invocation alone = routes.find(heard.saidTo(direct), words);
        if (alone != null) {
            return alone.handler() + " takes it where somebody is alone with the bot: in their direct space.";
        }
        return book.nearest(words)
                .orElse("No template or regular expression fits this text, and no handler takes whatever is left.");
    }

    private @Nullable Invocation nearMiss(Words words, @Nullable Step during) {
        Invocation near = book.nearMiss(words);
        if (near == null && helps && words.count() == 1 && Help.isNearly(words.key(0))) {
            return MEANT_HELP;
        }
        return near == null && during != null && words.count() > 0
                ? during.book().misfit(words)
                : near;
    }
}
