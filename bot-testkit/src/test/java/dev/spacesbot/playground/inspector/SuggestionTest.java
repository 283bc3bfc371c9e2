package dev.spacesbot.playground.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.Envelope;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import dev.spacesbot.internal.wire.EventReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    private final SpacesEmulator emulator = SpacesEmulator.create();
    private final EmulatedUser ann = emulator.user("Ann");
    private final EmulatedUser bob = emulator.user("Bob");
    private final EmulatedSpace lab = emulator.space("Lab");

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void takesTheFirstWordForTheCommand() {
        assertThat(forText("Weather")).isEqualTo("""
                @OnMessage("weather")
                String weather() {
                    return "…";
                }
                """);
        assertThat(forText("switch")).contains("@OnMessage(\"switch\")\nString answer() {");
    }

    @Test
    void makesPlaceholdersOfNumbersPeopleAndTheRest() {
        assertThat(Suggestion.of(read(emulator.say(ann, lab, "pay 5 @Bob for the \"tea\" yesterday", bob))))
                .isEqualTo("""
                        @OnMessage("pay {number} {person} {text...}")
                        String pay(int number, User person, String text) {
                            return "…" + number + ", " + person + ", " + text;
                        }
                        """);
        assertThat(forText("add 1 2")).isEqualTo("""
                @OnMessage("add {number} {number2}")
                String add(int number, int number2) {
                    return "…" + number + ", " + number2;
                }
                """);
    }

    @Test
    void takesEverythingWhereTheTextIsNoCommand() {
        String everything = """
                @OnMessage // whatever no other handler takes
                String answer(Message message) {
                    return "You said: " + message.text();
                }
                """;

        assertThat(forText("\"); } /* {x} [y]")).isEqualTo(everything);
        assertThat(forText("?")).isEqualTo(everything);
        assertThat(forText("word ".repeat(1000))).isEqualTo(everything);
    }

    @Test
    void takesTasksAndPostsAndWhatWasChanged() {
        String task = emulator.task(ann, lab, "Water");
        assertThat(Suggestion.of(read(task))).isEqualTo("""
                @OnTask
                String task(Task task) {
                    return "I have seen " + task.title();
                }
                """);

        assertThat(Suggestion.of(changed((Task) read(task)))).startsWith("@OnTask(on = Change.UPDATED)\n");
        assertThat(Suggestion.of(read(emulator.post(ann, lab, "News", "Tea"))))
                .startsWith("@OnPost\nString post(Post post)");
    }

    private static Task changed(Task task) {
        Envelope was = task.envelope();
        return task.in(new Envelope(was.id(), was.space(), was.sender(), was.created(), was.created(), Change.UPDATED));
    }

    private String forText(String text) {
        return Suggestion.of(read(emulator.say(ann, lab, text)));
    }

    private SpaceEvent read(String messageId) {
        return EventReader.read(emulator.message(messageId)).orElseThrow();
    }
}
