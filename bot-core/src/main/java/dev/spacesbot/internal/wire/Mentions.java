package dev.spacesbot.internal.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.spacesbot.event.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Names people in HTML as the service's editor does: a {@code mention} element around {@code @name}, with the id, the type and
 * the name as attributes, and the same three again beside the text.
 */
public final class Mentions {

    private static final String ELEMENT = "mention";

    /** What may hold a paragraph's beginning: a name in front stands in its line. */
    private static final Set<String> LINES = Set.of("p", "div", "h1", "h2", "h3", "h4", "h5", "h6");

    /** Where {@code @name} is only words, or would be inside a link. */
    private static final Set<String> VERBATIM = Set.of("pre", "code", "a", ELEMENT);

    private final List<User> people;
    private final Set<String> named = new LinkedHashSet<>();

    private Mentions(List<User> people) {
        // The longest name first: where there are an Ann and an Ann Lee, "@Ann Lee" is not Ann.
        this.people = people.stream()
                .sorted(Comparator.comparing((User user) -> name(user).length())
                        .reversed()
                        .thenComparing(Mentions::name))
                .toList();
    }

    /**
     * The same HTML with a mention of each of these people: in place of {@code @display name} where that is written, else in
     * front. Of several people with one name, each takes the next place.
     */
    public static String insert(String html, List<User> people) {
        if (people.isEmpty()) {
            return html;
        }
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        Element body = document.body();
        Mentions mentions = new Mentions(people);
        Texts texts = new Texts();
        body.traverse(texts);
        texts.found.forEach(mentions::replace);
        mentions.putInFront(body, people);
        return body.html();
    }

    /** The mention elements in these texts, as the service wants them repeated beside the text: each person once. */
    public static ArrayNode listed(String... texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Set<String> known = new LinkedHashSet<>();
        for (String html : texts) {
            if (!html.contains("<" + ELEMENT)) {
                continue;
            }
            for (Element mention : Jsoup.parseBodyFragment(html).select("mention[id]")) {
                if (mention.closest("pre") == null && known.add(mention.id())) {
                    list.addObject()
                            .put("id", mention.id())
                            .put("type", mention.attr("type"))
                            .put("title", mention.attr("value"));
                }
            }
        }
        return list;
    }

    private void replace(TextNode text) {
        String words = text.getWholeText();
        int done = 0;
        for (int at = words.indexOf('@'); at >= 0; at = words.indexOf('@', at + 1)) {
            User user = at < done ? null : namedAt(words, at);
            if (user != null) {
                text.before(new TextNode(words.substring(done, at)));
                text.before(element(user));
                done = at + 1 + name(user).length();
            }
        }
        if (done > 0) {
            text.text(words.substring(done));
        }
    }

    private @Nullable User namedAt(String words, int at) {
        if (at > 0 && isWord(words.codePointBefore(at))) {
            return null;
        }
        User again = null;
        for (User user : people) {
            String name = name(user);
            int end = at + 1 + name.length();
            if (again != null && !name.equals(name(again))) {
                break;
            }
            if (words.startsWith(name, at + 1) && (end == words.length() || !isWord(words.codePointAt(end)))) {
                if (named.add(user.id())) {
                    return user;
                }
                again = again == null ? user : again;
            }
        }
        return again;
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private void putInFront(Element body, List<User> inOrder) {
        List<Node> front = new ArrayList<>();
        for (User user : inOrder) {
            if (named.add(user.id())) {
                front.add(element(user));
                front.add(new TextNode(" "));
            }
        }
        Node first = body.childNodeSize() == 0 ? null : body.childNode(0);
        Element line = first instanceof Element element && LINES.contains(element.normalName()) ? element : body;
        line.insertChildren(0, front);
    }

    private static Element element(User user) {
        return new Element(ELEMENT)
                .attr("id", user.id())
                .attr("type", user.kind() == User.Kind.ANONYMOUS ? "anonymous" : "user")
                .attr("value", name(user))
                .appendText("@" + name(user));
    }

    private static String name(User user) {
        return user.displayName().isBlank() ? user.id() : user.displayName();
    }

    /** The texts in which {@code @name} names somebody. */
    private static final class Texts implements NodeVisitor {

        private final List<TextNode> found = new ArrayList<>();
        private int verbatim;

        @Override
        public void head(Node node, int depth) {
            if (isVerbatim(node)) {
                verbatim++;
            } else if (verbatim == 0 && node instanceof TextNode text) {
                found.add(text);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (isVerbatim(node)) {
                verbatim--;
            }
        }

        private static boolean isVerbatim(Node node) {
            return node instanceof Element element && VERBATIM.contains(element.normalName());
        }
    }
}
