package dev.spacesbot.internal.wire;

import dev.spacesbot.event.Mention;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeVisitor;

/**
 * Between the HTML that people's editors write and the plain text that commands are matched against, and back. Texts come
 * both as HTML and as plain text; entities occur in both.
 */
public final class Markup {

    /** What production bots send and clients show, and ordinary links. */
    private static final Safelist HARMLESS = Safelist.relaxed()
            .addTags("mark", "hr", "s", "del")
            .removeTags("img")
            .removeProtocols("a", "href", "ftp");

    private Markup() {}

    /** The text without markup, entities decoded, blocks and line breaks as lines, trimmed. */
    public static String plainText(String html) {
        if (isPlain(html)) {
            return strip(html);
        }
        StringBuilder text = new StringBuilder(html.length());
        Jsoup.parseBodyFragment(html).body().traverse(new Writer(text));
        return strip(text.toString());
    }

    /** Editors leave invisible characters around what they insert; nobody types them. */
    private static String strip(String text) {
        boolean visible = text.chars().noneMatch(Markup::isInvisible);
        return (visible
                        ? text
                        : text.codePoints()
                                .filter(c -> !isInvisible(c))
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                                .toString())
                .strip();
    }

    /** Zero-width space, word joiner, byte-order mark, soft hyphen; joiners stay, emoji and some scripts need them. */
    private static boolean isInvisible(int c) {
        return c == '\u200b' || c == '\u2060' || c == '\ufeff' || c == '\u00ad';
    }

    /** The {@code mention} elements of a text, in order; those inside {@code pre} do not count. */
    public static List<Mention> mentions(String html) {
        if (!html.contains("<mention")) {
            return List.of();
        }
        List<Mention> mentions = new ArrayList<>();
        for (Element element : Jsoup.parseBodyFragment(html).select("mention[id]")) {
            if (element.closest("pre") == null) {
                mentions.add(new Mention(element.id(), element.attr("value")));
            }
        }
        return mentions;
    }

    /** Plain text as HTML that shows it as it is: markup characters escaped, lines kept. */
    public static String escape(String text) {
        String escaped = isPlain(text)
                ? text
                : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return escaped.indexOf('\n') < 0
                ? escaped
                : escaped.replace("\r\n", "\n").replace("\n", "<br>");
    }

    /** HTML reduced to what can do no harm wherever it is shown. */
    public static String harmless(String html) {
        return Jsoup.clean(html, "", HARMLESS, new Document.OutputSettings().prettyPrint(false));
    }

    /**
     * Markdown as harmless HTML; HTML in it is shown as text. CommonMark, and of GitHub's additions what the service is known
     * to show: lines struck through and bare addresses. Its tables are not, and stay text.
     */
    public static String markdown(String markdown) {
        List<Extension> extensions = List.of(StrikethroughExtension.create(), AutolinkExtension.create());
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(extensions)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .build();
        Parser parser = Parser.builder().extensions(extensions).build();
        return harmless(renderer.render(parser.parse(markdown)).strip());
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<' || c == '>' || c == '&' || c == '\u00a0') {
                return false;
            }
        }
        return true;
    }

    /** Counts what it is in on its way: asking each text for its ancestors would cost their number every time. */
    private static final class Writer implements NodeVisitor {

        private final StringBuilder text;
        private int pres;

        Writer(StringBuilder text) {
            this.text = text;
        }

        @Override
        public void head(Node node, int depth) {
            if (isPre(node)) {
                pres++;
            }
            if (node instanceof TextNode words) {
                text.append(pres > 0 ? words.getWholeText() : folded(words));
            } else if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
                newLine(element);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (isPre(node)) {
                pres--;
            }
            if (node instanceof Element element && element.isBlock()) {
                newLine(element);
            }
        }

        /** White space between blocks is there for whoever reads the HTML. */
        private String folded(TextNode words) {
            String folded = words.text().replace('\u00a0', ' ');
            return atLineStart() ? folded.stripLeading() : folded;
        }

        private boolean atLineStart() {
            return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        }

        private void newLine(Element element) {
            if (!atLineStart() || element.nameIs("br")) {
                text.append('\n');
            }
        }

        private static boolean isPre(Node node) {
            return node instanceof Element element && element.nameIs("pre");
        }
    }
}
