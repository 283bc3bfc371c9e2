package dev.spacesbot.playground.recording;

import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.internal.wire.Markup;
import dev.spacesbot.transcript.AtNames;
import dev.spacesbot.transcript.AtNames.Part;
import dev.spacesbot.transcript.Transcript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a transcript calls people, and how it writes what they said. Used by one thread. */
final class Wording {

    /** Around a name while the markup is taken off; nobody types this character. */
    private static final String MARK = "\ue000";

    private final Map<String, String> namesById = new LinkedHashMap<>();
    private final Pattern calledByName;

    Wording(EmulatedUser bot) {
        namesById.put(bot.id(), Transcript.BOT);
        calledByName = Pattern.compile(
                "@" + Pattern.quote(bot.displayName()) + "(?![\\p{L}\\p{N}_-])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Has somebody in the transcript, under the own name unless somebody else has that. */
    void meet(String id, String displayName) {
        if (!namesById.containsKey(id)) {
            String name = displayName;
            for (int i = 2; namesById.containsValue(name); i++) {
                name = displayName + " " + i;
            }
            namesById.put(id, name);
        }
    }

    /** The name of somebody who is in the transcript; else the id. */
    String name(String id) {
        return namesById.getOrDefault(id, id);
    }

    /** What a person said, as HTML, in the words of a transcript. */
    String ofHtml(String html) {
        return new AtNames(namesById.values()).write(parts(html));
    }

    /** A text in which nobody is mentioned, in the words of a transcript. */
    String ofText(String text) {
        return new AtNames(namesById.values()).write(List.of(new Part(text, false)));
    }

    /** What a person said, as HTML, with who is mentioned. */
    List<Part> parts(String html) {
        List<Part> parts = new ArrayList<>();
        String[] texts = plainText(html).split(MARK, -1);
        for (int i = 0; i < texts.length; i++) {
            parts.add(new Part(texts[i], i % 2 == 1));
        }
        Matcher called = calledByName.matcher(texts[0]);
        if (called.lookingAt()) {
            // The bot goes by another name in a test.
            parts.set(0, new Part(Transcript.BOT, true));
            parts.add(1, new Part(texts[0].substring(called.end()), false));
        }
        return parts;
    }

    private String plainText(String html) {
        if (!html.contains("<mention")) {
            return Markup.plainText(html).replace(MARK, "");
        }
        Document document = Jsoup.parseBodyFragment(html.replace(MARK, ""));
        document.outputSettings().prettyPrint(false);
        for (Element mention : document.select("mention[id]")) {
            String name = namesById.get(mention.id());
            if (name != null && mention.closest("pre") == null) {
                mention.text(MARK + name + MARK);
            }
        }
        return Markup.plainText(document.body().html());
    }
}
