package dev.spacesbot.testkit.transcript;

import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.stage.Cast;
import dev.spacesbot.stage.Heard;
import dev.spacesbot.stage.Place;
import dev.spacesbot.stage.Placeholders;
import dev.spacesbot.stage.Stage;
import dev.spacesbot.testkit.TestBot;
import dev.spacesbot.transcript.Deed;
import dev.spacesbot.transcript.Entry;
import dev.spacesbot.transcript.Step;
import dev.spacesbot.transcript.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A transcript played to its end: people do what it says, and the bot does what it does. Used once, by one thread. */
final class Performance {

    private final Transcript transcript;
    private final TestBot bot;
    private final Heard heard;
    private final Cast cast;
    private final Stage stage;
    private final Placeholders placeholders = new Placeholders();
    private final Revision revision = new Revision();
    private Place place;
    private Stretch stretch;

    Performance(Transcript transcript, TestBot bot) {
        this.transcript = transcript;
        this.bot = bot;
        heard = new Heard(bot.emulator(), bot.self());
        cast = new Cast(transcript, bot.emulator(), bot.self());
        stage = new Stage(bot.emulator(), cast);
        place = place(transcript.firstScene());
        stretch = new Stretch(place, 0);
    }

    /**
     * Plays it.
     *
     * @return what would have to change in it for the bot to be right
     * @throws AssertionError where something that it says cannot be done
     */
    Revision play() {
        for (Entry entry : transcript.entries()) {
            try {
                play(entry);
            } catch (AssertionError | IllegalArgumentException e) {
                throw new AssertionError(transcript.name() + ", line " + entry.first() + ": " + e.getMessage(), e);
            }
        }
        compare(true);
        return revision;
    }

    private void play(Entry entry) {
        Step step = entry.step();
        if (step instanceof Step.InSpace || step instanceof Step.InDirect) {
            place = place(step);
            stretch.goTo(place, entry.last());
        } else if (step instanceof Deed deed && deed.who().equals(Transcript.BOT)) {
            stretch.expect(entry);
        } else {
            compare(false);
            act(step);
            stretch = new Stretch(place, entry.last());
        }
    }

    private Place place(Step scene) {
        if (scene instanceof Step.InDirect direct) {
            bot.direct(direct.person());
            EmulatedSpace space = bot.emulator().direct(cast.user(direct.person()), bot.self());
            return new Place(space, "[direct " + direct.person() + "]");
        }
        String title = ((Step.InSpace) scene).title();
        bot.space(title);
        return new Place(bot.emulator().space(title), "[space " + title + "]");
    }

    private void act(Step step) {
        if (step instanceof Deed deed) {
            stage.perform(deed.with(placeholders::fill), place.space());
        } else if (step instanceof Step.Wait wait) {
            bot.clock().advance(wait.time());
        } else if (step instanceof Step.WaitUntil until) {
            waitUntil(until.after(bot.clock().now()));
        } else if (step instanceof Step.HasRole role) {
            place.space().add(cast.user(role.person()), role.role());
        } else if (step instanceof Step.Throws failure) {
            expectFailure(failure.type());
        }
        bot.settle();
    }

    private void waitUntil(Instant time) {
        Duration left = Duration.between(bot.clock().now(), time);
        if (left.isNegative()) {
            throw new AssertionError("it is " + bot.clock().now() + " already");
        }
        bot.clock().advance(left);
    }

    private void expectFailure(String type) {
        Throwable thrown = bot.expectFailure(Throwable.class);
        for (Class<?> each = thrown.getClass(); each != null; each = each.getSuperclass()) {
            if (each.getSimpleName().equals(type)) {
                return;
            }
        }
        throw new AssertionError("a handler threw " + thrown, thrown);
    }

    private void compare(boolean last) {
        Map<Place, List<Deed>> said = new LinkedHashMap<>();
        for (SpaceEvent event : heard.take()) {
            said.computeIfAbsent(placeOf(event), where -> new ArrayList<>()).add(Deed.of(event, cast));
        }
        stretch.compare(said, last, new Comparison(placeholders, revision));
    }

    private Place placeOf(SpaceEvent event) {
        EmulatedSpace space = bot.emulator().spaceOf(event.id());
        String person = space.members().stream()
                .filter(member -> !member.equals(bot.self()))
                .map(member -> cast.person(member.id()))
                .findFirst()
                .orElse("");
        return new Place(
                space, space.kind() == Space.Kind.DIRECT ? "[direct " + person + "]" : "[space " + space.title() + "]");
    }
}
