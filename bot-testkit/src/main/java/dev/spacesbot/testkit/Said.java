package dev.spacesbot.testkit;

import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import dev.spacesbot.internal.wire.EventReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the bot said, in order, and how much of it the test has looked at. Safe for use by several threads. */
final class Said {

    private final List<SpaceEvent> unseen = new ArrayList<>();
    private final List<SpaceEvent> all = new ArrayList<>();

    Said(SpacesEmulator emulator, EmulatedUser self) {
        emulator.onMessage(json -> {
            if (json.path("sender").path("_id").asText().equals(self.id())) {
                EventReader.read(json).ifPresent(this::add);
            }
        });
    }

    private synchronized void add(SpaceEvent event) {
        unseen.add(event);
        all.add(event);
    }

    /** Takes the first that the test has not looked at; empty where there is none. */
    synchronized Optional<SpaceEvent> take(Predicate<SpaceEvent> which) {
        Optional<SpaceEvent> first = unseen.stream().filter(which).findFirst();
        first.ifPresent(unseen::remove);
        return first;
    }

    /** All that the test has not looked at. */
    synchronized List<SpaceEvent> unseen(Predicate<SpaceEvent> which) {
        return unseen.stream().filter(which).toList();
    }

    /** The last one, looked at or not. */
    synchronized @Nullable SpaceEvent last(Predicate<SpaceEvent> which) {
        return all.stream().filter(which).reduce((before, after) -> after).orElse(null);
    }

    /** The files of what was said. */
    static List<Attachment> attachments(SpaceEvent event) {
        if (event instanceof Message message) {
            return message.attachments();
        }
        if (event instanceof Task task) {
            return task.attachments();
        }
        return event instanceof Post post ? post.attachments() : List.of();
    }

    /** An event as a test's failure names it. */
    static String describe(SpaceEvent event) {
        String files = attachments(event).stream().map(Attachment::name).collect(Collectors.joining(", "));
        return inWords(event) + (files.isEmpty() ? "" : " with " + files);
    }

    private static String inWords(SpaceEvent event) {
        if (event instanceof Message message) {
            return (message.isComment() ? "comment \"" : "\"") + message.text() + "\"";
        }
        return event instanceof Task task ? "task \"" + task.title() + "\"" : "post \"" + ((Post) event).title() + "\"";
    }
}
