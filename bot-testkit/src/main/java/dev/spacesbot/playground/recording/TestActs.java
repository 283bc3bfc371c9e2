package dev.spacesbot.playground.recording;

import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.Role;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import dev.spacesbot.stage.Cast;
import dev.spacesbot.transcript.AtNames.Part;
import dev.spacesbot.transcript.Transcript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Single lines of a test: what people do, and what is expected of the bot. Used by one thread. */
final class TestActs {

    private static final Pattern ID = Pattern.compile("(?<![0-9a-f])[0-9a-f]{24}(?![0-9a-f])");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\.*+?^$|()\\[\\]{}]");

    private final Wording wording;
    private final Map<String, String> variables;
    private final Map<EmulatedSpace, String> places = new LinkedHashMap<>();
    private final Map<String, SpaceEvent> made = new LinkedHashMap<>();
    private final Set<String> declared = new HashSet<>();

    /** {@code variables} are the names of what tests refer to, by id. */
    TestActs(Wording wording, Map<String, String> variables) {
        this.wording = wording;
        this.variables = variables;
    }

    boolean knows(EmulatedSpace space) {
        return places.containsKey(space);
    }

    void place(EmulatedSpace space, String wanted) {
        String name = wanted;
        for (int i = 2; places.containsValue(name) || name.equals("bot"); i++) {
            name = wanted + i;
        }
        places.put(space, name);
    }

    List<EmulatedSpace> places() {
        return List.copyOf(places.keySet());
    }

    String variable(EmulatedSpace space) {
        return places.getOrDefault(space, "space");
    }

    private String place(SpaceEvent event) {
        return places.entrySet().stream()
                .filter(each -> each.getKey().id().equals(event.space().id()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("space");
    }

    /** What somebody does. */
    String act(Happening act) {
        SpaceEvent event = act.event();
        SpaceEvent before = made.put(event.id(), event);
        boolean known = before != null && !(event instanceof Presence);
        String line = person(act) + "." + (known ? changes(act, before) : does(act)) + ";";
        return known ? line : declared(event, line);
    }

    private String declared(SpaceEvent event, String line) {
        String name = variables.get(event.id());
        return name == null || !declared.add(event.id()) ? line : "TestMessage " + name + " = " + line;
    }

    private String person(Happening act) {
        String name = JavaText.literal(wording.name(act.senderId()));
        boolean plain = act.role() == Role.MEMBER || act.event().space().kind() == Space.Kind.DIRECT;
        return place(act.event()) + ".user(" + name
                + (plain ? "" : ", Role." + act.role().name()) + ")";
    }

    private String does(Happening act) {
        SpaceEvent event = act.event();
        if (event instanceof Presence presence) {
            return presence.kind() == Presence.Kind.ENTERED ? "enters()" : "leaves()";
        }
        if (event instanceof Task task) {
            return "createsTask(" + JavaText.literal(task.title()) + more(task) + ")";
        }
        if (event instanceof Post post) {
            return "posts(" + JavaText.literal(post.title()) + ", " + JavaText.literal(post.text()) + ")";
        }
        Message message = (Message) event;
        List<Part> parts = wording.parts(act.html());
        String text = JavaText.literal(parts.stream()
                .map(part -> (part.mention() ? "@" : "") + part.text())
                .collect(Collectors.joining()));
        if (message.parentId() != null) {
            return "comments(" + variables.getOrDefault(message.parentId(), "task") + ", " + text + ")";
        }
        if (!message.attachments().isEmpty()) {
            Attachment file = message.attachments().get(0);
            return "attaches(" + JavaText.literal(file.name()) + ", new byte[0], " + text + ")";
        }
        String mentioned = parts.stream()
                .filter(Part::mention)
                .map(Part::text)
                .distinct()
                .map(name -> ", " + place(event)
                        + (name.equals(Transcript.BOT) ? ".bot()" : ".user(" + JavaText.literal(name) + ")"))
                .collect(Collectors.joining());
        return "says(" + text + mentioned + ")";
    }

    private String more(Task task) {
        if (task.description().isEmpty() && task.assignees().isEmpty()) {
            return "";
        }
        return ", " + JavaText.literal(task.description())
                + task.assignees().stream()
                        .map(id -> ", " + place(task) + ".user(" + JavaText.literal(wording.name(id)) + ")")
                        .collect(Collectors.joining());
    }

    private String changes(Happening act, SpaceEvent before) {
        SpaceEvent event = act.event();
        String name = variables.getOrDefault(event.id(), "message");
        boolean done = event instanceof Task task && before instanceof Task old && task.completed() && !old.completed();
        String text = event instanceof Message message ? message.text() : Cast.titleOf(event);
        return done ? "completes(" + name + ")" : "edits(" + name + ", " + JavaText.literal(text) + ")";
    }

    /** What the bot says, in order. */
    List<String> words(List<Happening> words) {
        List<String> lines = new ArrayList<>();
        Map<String, List<SpaceEvent>> bySpace = new LinkedHashMap<>();
        for (Happening each : words) {
            made.put(each.event().id(), each.event());
            bySpace.computeIfAbsent(each.spaceId(), id -> new ArrayList<>()).add(each.event());
        }
        for (List<SpaceEvent> here : bySpace.values()) {
            boolean ids = here.stream()
                    .anyMatch(event -> event instanceof Message message
                            && ID.matcher(message.text()).find());
            boolean messages = here.stream().allMatch(event -> event instanceof Message);
            if (ids && messages) {
                lines.addAll(matches(here));
            } else {
                here.forEach(event -> lines.add(expects(event)));
            }
        }
        return lines;
    }

    /** Ids are others the next time. */
    private List<String> matches(List<SpaceEvent> here) {
        List<String> lines = new ArrayList<>();
        String replies = place(here.get(0)) + "Replies";
        lines.add("List<Message> " + replies + " = " + place(here.get(0)) + ".replies();");
        for (int i = 0; i < here.size(); i++) {
            String text = ((Message) here.get(i)).text();
            String plain = SPECIAL.matcher(text).replaceAll("\\\\$0");
            String regex = ID.matcher(plain).replaceAll("[0-9a-f]{24}");
            boolean same = regex.equals(plain);
            lines.add("assertThat(" + replies + ".get(" + i + ").text())."
                    + (same ? "isEqualTo(" + JavaText.literal(text) : "matches(" + JavaText.literal(regex)) + ");");
        }
        return lines;
    }

    private String expects(SpaceEvent event) {
        String place = place(event);
        if (event instanceof Task task) {
            return declared(event, place + ".expectTask(" + JavaText.literal(task.title()) + ");");
        }
        if (event instanceof Post post) {
            return declared(event, place + ".expectPost(" + JavaText.literal(post.title()) + ");");
        }
        Message message = (Message) event;
        if (!message.attachments().isEmpty()) {
            return place + ".expectAttachment("
                    + JavaText.literal(message.attachments().get(0).name()) + ");";
        }
        String on = message.parentId() == null ? null : variables.get(message.parentId());
        String text = JavaText.literal(message.text());
        return declared(event, on == null ? place + ".expect(" + text + ");" : on + ".expectComment(" + text + ");");
    }

    /** That it says nothing. */
    String nothing(SpaceEvent event) {
        return place(event) + ".expectNothing();";
    }
}
