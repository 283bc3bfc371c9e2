package dev.spacesbot.playground.inspector;

import dev.spacesbot.event.Change;
import dev.spacesbot.event.Mention;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** The handler that one could write for an event, in Java. */
final class Suggestion {

    /** What needs no thought in a template, and can be a method's name. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]{1,20}");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private static final int MOST_WORDS = 30;

    private final List<String> template = new ArrayList<>();
    private final List<String> parameters = new ArrayList<>();

    private Suggestion() {}

    static String of(SpaceEvent event) {
        if (event instanceof Message message && event.change() == Change.CREATED) {
            return new Suggestion().answer(message);
        }
        String type = event instanceof Task ? "Task" : event instanceof Post ? "Post" : "Message";
        String on = event.change() == Change.CREATED ? "" : "(on = Change.UPDATED)";
        String name = type.toLowerCase(Locale.ROOT);
        String text = event instanceof Message ? "text" : "title";
        return "@On" + type + on + "\nString " + name + "(" + type + " " + name + ") {\n    return \"I have seen \" + "
                + name + "." + text + "();\n}\n";
    }

    private String answer(Message message) {
        String text = message.text();
        for (Mention mention : message.mentions()) {
            text = text.replace("@" + mention.displayName(), "@").replace(mention.displayName(), "@");
        }
        List<String> words = List.of(text.strip().split("\\s+"));
        String first = words.get(0);
        if (!PLAIN.matcher(first).matches() || words.size() > MOST_WORDS) {
            return """
                    @OnMessage // whatever no other handler takes
                    String answer(Message message) {
                        return "You said: " + message.text();
                    }
                    """;
        }
        template.add(first.toLowerCase(Locale.ROOT));
        words.subList(1, words.size()).forEach(this::add);
        String returned = parameters.isEmpty()
                ? "\"…\""
                : parameters.stream()
                        .map(parameter -> parameter.substring(parameter.lastIndexOf(' ') + 1))
                        .collect(Collectors.joining(" + \", \" + ", "\"…\" + ", ""));
        return "@OnMessage(\"" + String.join(" ", template) + "\")\nString " + method(template.get(0)) + "("
                + String.join(", ", parameters) + ") {\n    return " + returned + ";\n}\n";
    }

    private static String method(String word) {
        return SourceVersion.isKeyword(word) ? "answer" : word;
    }

    private void add(String word) {
        if (word.equals("@")) {
            parameter("User", "person");
        } else if (NUMBER.matcher(word).matches()) {
            parameter("int", "number");
        } else if (!template.get(template.size() - 1).endsWith("...}")) {
            parameter("String", "text");
        }
    }

    /** A text takes words up to the end, so nothing comes after it. */
    private void parameter(String type, String wanted) {
        if (template.get(template.size() - 1).endsWith("...}")) {
            return;
        }
        String name = wanted;
        for (int i = 2; template.contains("{" + name + "}"); i++) {
            name = wanted + i;
        }
        template.add("{" + name + (type.equals("String") ? "...}" : "}"));
        parameters.add(type + " " + name);
    }
}
