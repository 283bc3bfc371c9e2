package dev.spacesbot.playground.recording;

import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import dev.spacesbot.stage.Cast;
import dev.spacesbot.transcript.Deed;
import dev.spacesbot.transcript.Deed.Details;
import dev.spacesbot.transcript.Step;
import dev.spacesbot.transcript.Verb;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Single things that happened, in the order in which they did, in a transcript's words. Used by one thread. */
final class Retold implements Deed.Names {

    private final Wording wording;
    private final Shelf shelf = new Shelf();

    /**
     * What a transcript says of something.
     *
     * @param step empty where no step can say it
     * @param comment what it says then
     */
    record Line(Optional<Step> step, String comment) {

        static Line of(Step step) {
            return new Line(Optional.of(step), "");
        }
    }

    Retold(Wording wording) {
        this.wording = wording;
    }

    @Override
    public String person(String id) {
        return wording.name(id);
    }

    @Override
    public String title(String id) {
        SpaceEvent event = shelf.get(id);
        return event == null ? id : Cast.titleOf(event);
    }

    /** What a bot said. */
    Line words(SpaceEvent event) {
        shelf.put(event);
        return line(Deed.of(event, this));
    }

    /** The same where nothing in the transcript sets it off. */
    Line unexpected(SpaceEvent event) {
        return comment(String.join("\n", Deed.of(event, this).lines()));
    }

    /** What a person did. */
    Line act(Happening act) {
        SpaceEvent event = act.event();
        if (event instanceof Presence presence) {
            Verb verb = presence.kind() == Presence.Kind.ENTERED ? Verb.ENTERS : Verb.LEAVES;
            return line(new Deed(wording.name(act.senderId()), verb, "", Details.NONE, ""));
        }
        SpaceEvent before = shelf.get(event.id());
        Line line = before == null ? made(act) : changed(act, before);
        shelf.put(event);
        return line;
    }

    private Line made(Happening act) {
        Deed deed = Deed.of(act.event(), this);
        Details details = deed.details();
        String parent = act.event() instanceof Message message ? message.parentId() : null;
        SpaceEvent on = parent == null ? null : shelf.get(parent);
        if (parent != null && on == null) {
            return comment(deed.who() + " comments on something that is not in here");
        }
        int which = on == null ? 0 : shelf.which(deed.verb(), on);
        return line(new Deed(
                deed.who(),
                deed.verb(),
                deed.object(),
                new Details(details.assignees(), details.due(), details.files(), which),
                wording.ofHtml(act.html())));
    }

    private Line changed(Happening act, SpaceEvent before) {
        SpaceEvent event = act.event();
        String who = wording.name(act.senderId());
        String title = Cast.titleOf(before);
        if (event instanceof Task task && before instanceof Task old && task.completed() != old.completed()) {
            return task.completed()
                    ? line(new Deed(who, Verb.COMPLETES, title, which(Verb.COMPLETES, before), ""))
                    : comment(who + " takes up \"" + title + "\" again, which no line can say");
        }
        String text = event instanceof Message ? wording.ofHtml(act.html()) : wording.ofText(Cast.titleOf(event));
        if (!same(event, before)) {
            return comment(who + " changes more of \"" + title + "\" than its title, which no line can say");
        }
        return line(new Deed(who, Verb.EDITS, title, which(Verb.EDITS, before), text));
    }

    /** Whether they are the same but for the title or text. */
    private static boolean same(SpaceEvent event, SpaceEvent before) {
        if (event instanceof Task task && before instanceof Task old) {
            return task.description().equals(old.description())
                    && task.assignees().equals(old.assignees())
                    && Objects.equals(task.dueDate(), old.dueDate());
        }
        return !(event instanceof Post post && before instanceof Post old)
                || post.text().equals(old.text());
    }

    private Details which(Verb verb, SpaceEvent meant) {
        return new Details(List.of(), "", List.of(), shelf.which(verb, meant));
    }

    private static Line line(Deed deed) {
        return deed.complete()
                ? Line.of(deed)
                : comment(deed.who() + " does something that has no words: "
                        + deed.lines().get(0));
    }

    private static Line comment(String text) {
        return new Line(Optional.empty(), text);
    }
}
