package dev.spacesbot.playground.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.event.Role;
import dev.spacesbot.event.Space;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.internal.wire.PayloadWriter;
import dev.spacesbot.testkit.TestBot;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lets people do things in spaces, at random, with names and words that are easily misread. */
final class Chatter {

    private static final List<String> NAMES = List.of(
            "Ann",
            "Ann Lee",
            "Bob \"B\" Boe",
            "Cleo: the 1st",
            "Dan, Eve",
            "[Fred]",
            "#Gus",
            "Hal posts",
            "ben is admin",
            "{any}",
            "Ida {id}",
            "Zoë O'Neil-Łoś");
    private static final List<String> WORDS = List.of(
            "hello",
            "make",
            "whisper",
            "shout",
            "perch",
            "open",
            "id",
            "[space Lab]",
            "# no comment",
            "bot:",
            "bot: hello",
            "\"quoted\"",
            "\\",
            "\\n",
            "{id}",
            "{any} {word}",
            "{x}",
            "@bot",
            "\\@Ann",
            "@Ann Lee",
            "a@Ann",
            "<b>&amp;</b>",
            "• point",
            "  two",
            "\n",
            "\n\n    deep\n  less\n",
            "\u2028",
            "\u3000wide",
            "Ann creates task \"x\"",
            "with \"a.txt\"",
            "due 2026-01-09",
            "😀");

    private final Random random;
    private final TestBot bot;
    private final SpacesEmulator emulator;
    private final List<EmulatedSpace> spaces = new ArrayList<>();

    Chatter(long seed, TestBot bot) {
        random = new Random(seed);
        this.bot = bot;
        emulator = bot.emulator();
        for (String title : List.of("Lab", "\"The\" [Lab]", " x ")) {
            bot.space(title);
            spaces.add(emulator.space(title));
        }
        bot.direct("Ann Lee");
        spaces.add(emulator.direct(emulator.user("Ann Lee"), bot.self()));
    }

    List<EmulatedSpace> spaces() {
        return spaces;
    }

    void goOn(int deeds) {
        for (int i = 0; i < deeds; i++) {
            EmulatedSpace space = pick(spaces);
            EmulatedUser who =
                    space.kind() == Space.Kind.DIRECT ? emulator.user("Ann Lee") : emulator.user(pick(NAMES));
            act(who, space);
            bot.settle();
        }
    }

    private void act(EmulatedUser who, EmulatedSpace space) {
        switch (random.nextInt(11)) {
            case 0 ->
                emulator.task(who, space, title(), random.nextBoolean() ? "" : text(), emulator.user(pick(NAMES)));
            case 1 -> emulator.post(who, space, title(), random.nextBoolean() ? "" : text());
            case 2 -> comment(who, space);
            case 3, 4 -> change(who, space);
            case 5 -> attach(who, space);
            case 6 -> emulator.online(who, space);
            case 7 -> emulator.leaves(who, space);
            case 8 -> emulator.say(who, space, "@" + name(who) + " " + text(), emulator.user(name(who)), bot.self());
            case 9 -> giveRole(who, space);
            default -> emulator.say(who, space, text());
        }
    }

    private String name(EmulatedUser who) {
        return random.nextBoolean() ? who.displayName() : pick(NAMES);
    }

    private void giveRole(EmulatedUser who, EmulatedSpace space) {
        if (space.kind() != Space.Kind.DIRECT) {
            space.add(who, pick(List.of(Role.values())));
        }
    }

    private void attach(EmulatedUser who, EmulatedSpace space) {
        ObjectNode message = Json.object().put("category", "chat");
        ObjectNode content = message.putObject("content").put("bodyText", random.nextBoolean() ? "" : "look");
        content.putArray("data")
                .add(PayloadWriter.attachment(
                        emulator.upload(who, "a " + pick(WORDS).replace('\n', '-') + ".txt", new byte[0])));
        emulator.write(who, space, message);
    }

    private void comment(EmulatedUser who, EmulatedSpace space) {
        List<ObjectNode> items = space.history().stream()
                .filter(each -> !each.path("category").asText().equals("chat"))
                .toList();
        if (!items.isEmpty()) {
            emulator.comment(who, space, pick(items).path("_id").asText(), text());
        }
    }

    private void change(EmulatedUser who, EmulatedSpace space) {
        List<ObjectNode> all = space.history();
        if (!all.isEmpty()) {
            ObjectNode one = pick(all);
            String id = one.path("_id").asText();
            if (one.path("category").asText().equals("task") && random.nextBoolean()) {
                emulator.completeTask(who, id);
            } else {
                emulator.edit(who, id, title());
            }
        }
    }

    private String title() {
        return random.nextBoolean() ? "same" : text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= random.nextInt(4); i++) {
            text.append(text.isEmpty() ? "" : " ").append(pick(WORDS));
        }
        return text.toString();
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
