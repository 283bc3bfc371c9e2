package dev.spacesbot.playground.recording;

import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.event.Mention;
import dev.spacesbot.event.Role;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.Task;
import dev.spacesbot.internal.wire.Markup;
import dev.spacesbot.transcript.Step;
import dev.spacesbot.transcript.Transcript;
import dev.spacesbot.transcript.TranscriptWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes down as a transcript what happened in a space, as one bot saw it. Used once, by one thread. */
final class Retelling {

    private final EmulatedSpace space;
    private final EmulatedUser bot;
    private final Wording wording;
    private final Retold retold;
    private final Map<String, EmulatedSpace> spaces = new HashMap<>();
    private final Map<String, EmulatedUser> users = new HashMap<>();
    private final Map<String, Role> roles = new HashMap<>();
    private final List<Retold.Line> lines = new ArrayList<>();
    private String here = "";

    Retelling(SpacesEmulator emulator, EmulatedSpace space, EmulatedUser bot) {
        this.space = space;
        this.bot = bot;
        this.wording = new Wording(bot);
        this.retold = new Retold(wording);
        emulator.spaces().forEach(each -> spaces.put(each.id(), each));
        emulator.users().forEach(user -> users.put(user.id(), user));
    }

    String of(List<Exchange> all) {
        List<Exchange> exchanges =
                all.stream().filter(exchange -> exchange.touches(space.id())).toList();
        introduce(exchanges);
        exchanges.forEach(this::tell);
        return write();
    }

    private void tell(Exchange exchange) {
        Happening act = exchange.act();
        boolean told = true;
        if (act != null) {
            goTo(act.spaceId());
            tellRole(act);
            Retold.Line line = retold.act(act);
            lines.add(line);
            told = line.step().isPresent();
        }
        for (Happening words : exchange.words()) {
            if (told) {
                goTo(words.spaceId());
                lines.add(retold.words(words.event()));
            } else {
                lines.add(retold.unexpected(words.event()));
            }
        }
    }

    private String write() {
        IdNames ids =
                new IdNames(lines.stream().flatMap(line -> line.step().stream()).toList());
        TranscriptWriter writer = new TranscriptWriter();
        for (Retold.Line line : lines) {
            line.step().ifPresentOrElse(step -> writer.add(ids.in(step)), () -> writer.comment(line.comment()));
        }
        return writer.text();
    }

    /** Who is only mentioned has to be named for that. */
    private void introduce(List<Exchange> exchanges) {
        List<Happening> acts =
                exchanges.stream().map(Exchange::act).filter(Objects::nonNull).toList();
        Set<String> named =
                acts.stream().flatMap(Retelling::named).collect(Collectors.toCollection(LinkedHashSet::new));
        named.forEach(this::meet);
        List<Mention> mentions = acts.stream()
                .flatMap(act -> Markup.mentions(act.html()).stream())
                .filter(mention -> !named.contains(mention.userId()))
                .filter(mention -> !mention.userId().equals(bot.id()) && users.containsKey(mention.userId()))
                .toList();
        mentions.stream().map(Mention::userId).distinct().forEach(id -> {
            meet(id);
            if (!direct(space)) {
                goTo(space.id());
            }
            lines.add(Retold.Line.of(new Step.HasRole(wording.name(id), role(id))));
        });
    }

    private static Stream<String> named(Happening act) {
        Stream<String> assignees = act.event() instanceof Task task ? task.assignees().stream() : Stream.of();
        return Stream.concat(Stream.of(act.senderId()), assignees);
    }

    private void meet(String id) {
        EmulatedUser user = users.get(id);
        if (user != null) {
            wording.meet(id, user.displayName());
        }
    }

    private Role role(String id) {
        EmulatedUser user = users.get(id);
        return user == null || !space.members().contains(user) ? Role.MEMBER : space.role(user);
    }

    private void goTo(String spaceId) {
        EmulatedSpace to = spaces.get(spaceId);
        if (spaceId.equals(here) || to == null) {
            return;
        }
        boolean first = lines.isEmpty() && to.title().equals(Transcript.FIRST_SPACE) && !direct(to);
        here = spaceId;
        if (!first) {
            lines.add(Retold.Line.of(scene(to)));
        }
    }

    private Step scene(EmulatedSpace to) {
        return to.members().stream()
                .filter(member -> direct(to) && !member.equals(bot))
                .findFirst()
                .<Step>map(person -> new Step.InDirect(wording.name(person.id())))
                .orElse(new Step.InSpace(to.title()));
    }

    private boolean direct(EmulatedSpace space) {
        return space.kind() == Space.Kind.DIRECT && space.members().contains(bot);
    }

    private void tellRole(Happening act) {
        EmulatedSpace where = spaces.get(act.spaceId());
        if (where == null || direct(where)) {
            return;
        }
        Role before = roles.put(act.senderId() + act.spaceId(), act.role());
        if (act.role() != (before == null ? Role.MEMBER : before)) {
            lines.add(Retold.Line.of(new Step.HasRole(wording.name(act.senderId()), act.role())));
        }
    }
}
