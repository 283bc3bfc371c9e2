package dev.spacesbot.playground;

import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.stage.Cast;
import dev.spacesbot.stage.Heard;
import dev.spacesbot.stage.Placeholders;
import dev.spacesbot.stage.Stage;
import dev.spacesbot.transcript.Deed;
import dev.spacesbot.transcript.Entry;
import dev.spacesbot.transcript.Step;
import dev.spacesbot.transcript.Transcript;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A transcript that is played step by step, with a bot that runs: people do what stands there, in spaces that are new, and what
 * the bot says is compared. Safe for use by several threads.
 */
final class Replay {

    private static final String TIME = "Time does not pass at will here: what waits for it is not said.";
    private static final String THROWN = "What a handler threw stands in the log.";

    private final SpacesEmulator emulator;
    private final PlayedBot bot;
    private final Duration patience;
    private final Transcript transcript;
    private final Cast cast;
    private final Stage stage;
    private final Heard heard;
    private final Placeholders placeholders = new Placeholders();
    private final Map<String, EmulatedSpace> spaces = new HashMap<>();
    private EmulatedSpace space;
    private Duration answerWithin;
    private int next;

    /**
     * What came of a step.
     *
     * @param step which, counted from 0
     * @param ok whether it could be done, and the bot has said what stands there and nothing else
     * @param expected the lines that the bot was to say; null where it was a person's turn
     * @param heard the lines that the bot said; null where it said none that are looked at now
     * @param note what else there is to say of it, or null
     * @param space the id of the space where it went on
     * @param done whether it was the last
     */
    record Outcome(
            int step,
            boolean ok,
            @Nullable String expected,
            @Nullable String heard,
            @Nullable String note,
            String space,
            boolean done) {}

    private Replay(Transcript transcript, SpacesEmulator emulator, PlayedBot bot, Duration patience) {
        this.emulator = emulator;
        this.bot = bot;
        this.patience = patience;
        this.answerWithin = patience;
        this.transcript = transcript;
        cast = new Cast(transcript, emulator, bot.user());
        stage = new Stage(emulator, cast);
        heard = new Heard(emulator, bot.user());
        space = place(transcript.firstScene());
    }

    /**
     * Makes ready to play a transcript's text.
     *
     * @param patience how long the bot may take for an answer
     * @throws dev.spacesbot.transcript.TranscriptException with every line that is wrong
     */
    static Replay of(String text, SpacesEmulator emulator, PlayedBot bot, Duration patience) {
        List<String> lines = text.lines().toList();
        return new Replay(Transcript.of("The transcript", lines), emulator, bot, patience);
    }

    /** What there is to do, in order. */
    List<Entry> steps() {
        return transcript.entries();
    }

    /** The lines of a step. */
    String text(Entry step) {
        return String.join("\n", transcript.lines().subList(step.first() - 1, step.last()));
    }

    /** The id of the space where it goes on. */
    synchronized String spaceId() {
        return space.id();
    }

    /**
     * Does the next step; what a person does until the bot has handled it.
     *
     * @throws IllegalStateException where there is none
     */
    synchronized Outcome next() throws InterruptedException {
        if (next >= steps().size()) {
            throw new IllegalStateException("That was the last step.");
        }
        Step step = steps().get(next).step();
        next++;
        if (step instanceof Deed deed && deed.who().equals(Transcript.BOT)) {
            return listen(deed);
        }
        String more = step instanceof Step.InSpace || step instanceof Step.InDirect ? null : saidBesides();
        try {
            String note = act(step);
            if (more == null && isLast()) {
                more = saidBesides();
            }
            return outcome(more == null, null, more, more == null ? note : "The bot said more than stands there.");
        } catch (AssertionError | RuntimeException e) {
            return outcome(false, null, more, e.getMessage());
        }
    }

    private @Nullable String act(Step step) throws InterruptedException {
        if (step instanceof Step.Wait || step instanceof Step.WaitUntil) {
            return TIME;
        }
        if (step instanceof Step.Throws) {
            return THROWN;
        }
        if (step instanceof Step.HasRole role) {
            space.add(cast.user(role.person()), role.role());
            return null;
        }
        if (step instanceof Deed deed) {
            String id = stage.perform(deed.with(placeholders::fill), space);
            answerWithin = patience;
            return id.isEmpty() ? null : awaitHandled(id);
        }
        space = place(step);
        return null;
    }

    private @Nullable String awaitHandled(String id) throws InterruptedException {
        PlayedBot.Outcome outcome = bot.awaitHandled(id, patience);
        if (outcome == PlayedBot.Outcome.PASSED_OVER) {
            answerWithin = Duration.ZERO;
            return "No handler took that.";
        }
        return outcome == PlayedBot.Outcome.BUSY ? bot.user().displayName() + " is still busy with that." : null;
    }

    private Outcome listen(Deed expected) throws InterruptedException {
        SpaceEvent event = heard.takeIn(space.id(), answerWithin).orElse(null);
        List<String> wanted = expected.lines();
        List<String> said = event == null ? List.of() : Deed.of(event, cast).lines();
        boolean ok = placeholders.learn(wanted, said);
        String note = null;
        String more = ok && isLast() ? saidBesides() : null;
        if (more != null) {
            said = List.of(String.join("\n", said), more);
            note = "The bot said more than stands there.";
        }
        return outcome(
                ok && more == null, String.join("\n", wanted), said.isEmpty() ? null : String.join("\n", said), note);
    }

    /** What the bot has said that nobody expects any more. */
    private @Nullable String saidBesides() {
        List<SpaceEvent> events = heard.take();
        return events.isEmpty()
                ? null
                : events.stream()
                        .flatMap(event -> Deed.of(event, cast).lines().stream())
                        .collect(Collectors.joining("\n"));
    }

    private boolean isLast() {
        return next == steps().size();
    }

    private Outcome outcome(boolean ok, @Nullable String expected, @Nullable String said, @Nullable String note) {
        if (isLast()) {
            heard.end();
        }
        return new Outcome(next - 1, ok, expected, said, note, space.id(), isLast());
    }

    /** A group is new for each replay; of two people's own space there is but one. */
    private EmulatedSpace place(Step scene) {
        if (scene instanceof Step.InDirect direct) {
            EmulatedSpace own = emulator.direct(cast.user(direct.person()), bot.user());
            bot.join(own);
            return own;
        }
        return spaces.computeIfAbsent(((Step.InSpace) scene).title(), title -> {
            EmulatedSpace group = emulator.newSpace(title);
            bot.join(group);
            return group;
        });
    }
}
