package dev.spacesbot.playground.recording;

import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import dev.spacesbot.stage.Cast;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The Java lines of a test in which somebody does again what was done, and the bot answers as it did; with whatever has to be
 * there before. Used once, by one thread.
 */
final class TestLines {

    private static final String INDENT = "    ";

    private final EmulatedUser bot;
    private final List<Exchange> all;
    private final Map<String, EmulatedSpace> spaces = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final TestActs acts;

    TestLines(SpacesEmulator emulator, EmulatedUser bot, List<Exchange> all) {
        this.bot = bot;
        this.all = all;
        emulator.spaces().forEach(space -> spaces.put(space.id(), space));
        Wording wording = new Wording(bot);
        emulator.users().forEach(user -> wording.meet(user.id(), user.displayName()));
        this.acts = new TestActs(wording, variables);
    }

    /** The test of a message, task or post, of a person or of the bot; empty where it was not heard of. */
    Optional<String> of(String messageId) {
        int last = all.size() - 1;
        while (last >= 0 && !has(all.get(last), messageId)) {
            last--;
        }
        return last < 0 ? Optional.empty() : Optional.of(write(last));
    }

    private static boolean has(Exchange exchange, String id) {
        return events(exchange).anyMatch(event -> event.id().equals(id));
    }

    private static Stream<SpaceEvent> events(Exchange exchange) {
        Happening act = exchange.act();
        Stream<Happening> words = exchange.words().stream();
        return (act == null ? words : Stream.concat(Stream.of(act), words)).map(Happening::event);
    }

    private String write(int last) {
        Set<Integer> needed = new TreeSet<>();
        need(last, needed);
        List<Exchange> exchanges = needed.stream().map(all::get).toList();
        exchanges.stream().flatMap(TestLines::events).forEach(this::place);
        exchanges.forEach(this::tell);
        Happening act = all.get(last).act();
        String what = act == null ? "" : Cast.titleOf(act.event());
        return head(exchanges, JavaText.camel("answers " + what, "answers")) + String.join("\n", lines) + "\n}\n";
    }

    /** What is done to something asks for that to be made first. */
    private void need(int index, Set<Integer> needed) {
        if (!needed.add(index)) {
            return;
        }
        Happening act = all.get(index).act();
        if (act == null || act.event() instanceof Presence) {
            return;
        }
        String parent = act.event() instanceof Message message && message.parentId() != null
                ? message.parentId()
                : act.event().id();
        for (int i = 0; i < index; i++) {
            if (has(all.get(i), parent)) {
                variables.put(parent, "");
                need(i, needed);
                return;
            }
        }
    }

    private void place(SpaceEvent event) {
        EmulatedSpace space = spaces.get(event.space().id());
        if (space != null && !acts.knows(space)) {
            boolean direct = space.kind() == Space.Kind.DIRECT;
            acts.place(space, JavaText.camel(direct ? "alone" : space.title(), "space"));
        }
        String id = event.id();
        boolean named = variables.containsKey(id) || !(event instanceof Message || event instanceof Presence);
        if (named && variables.getOrDefault(id, "").isEmpty()) {
            String kind = event instanceof Task ? "task" : event instanceof Post ? "post" : "message";
            long before = variables.values().stream()
                    .filter(name -> name.startsWith(kind))
                    .count();
            variables.put(id, before == 0 ? kind : kind + (before + 1));
        }
    }

    private String head(List<Exchange> exchanges, String name) {
        List<EmulatedSpace> places = acts.places();
        EmulatedSpace only = places.size() == 1 ? places.get(0) : null;
        boolean titled = only != null
                && exchanges.stream()
                        .flatMap(exchange -> exchange.words().stream())
                        .noneMatch(words -> words.html().contains(only.title()));
        if (only != null && only.kind() != Space.Kind.DIRECT && titled) {
            return "@Test\nvoid " + name + "(TestSpace " + acts.variable(only) + ") {\n";
        }
        StringBuilder head = new StringBuilder("@Test\nvoid " + name + "(TestBot bot) {\n");
        for (EmulatedSpace space : places) {
            String person = space.members().stream()
                    .filter(member -> !member.equals(bot))
                    .map(EmulatedUser::displayName)
                    .findFirst()
                    .orElse("");
            head.append(INDENT + "TestSpace ")
                    .append(acts.variable(space))
                    .append(
                            space.kind() == Space.Kind.DIRECT
                                    ? " = bot.direct(" + JavaText.literal(person)
                                    : " = bot.space(" + JavaText.literal(space.title()))
                    .append(");\n");
        }
        return head.append('\n').toString();
    }

    private void tell(Exchange exchange) {
        Happening act = exchange.act();
        if (!lines.isEmpty()) {
            lines.add("");
        }
        if (act != null) {
            lines.add(INDENT + acts.act(act));
            lines.add("");
        }
        List<String> expected = acts.words(exchange.words());
        if (!expected.isEmpty()) {
            expected.forEach(line -> lines.add(INDENT + line));
        } else if (act != null) {
            lines.add(INDENT + acts.nothing(act.event()));
        }
    }
}
