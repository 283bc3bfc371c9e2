package dev.spacesbot.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.event.Role;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TranscriptWriterTest {

    private static final String SIGNS = "ab Z9[]{}\"\\:,.#@()+-'\n\t\u2028é•";
    private static final List<String> PHRASES = List.of(
            "bot", " posts ", " for ", " due 2026-01-09", " with \"x\"", "is admin", "space ", "[+3h]", "# ", "{id}");
    private static final List<Verb> VERBS = List.of(Verb.values());
    private static final int TRIES = 3_000;

    private final Random random = new Random(1);

    @Test
    void leavesALineFreeBeforeWhatPeopleSay() {
        TranscriptWriter writer = new TranscriptWriter()
                .add(new Step.HasRole("Ann", Role.ADMIN))
                .add(said("Ann", "hello"))
                .add(said("bot", "Hello!\n\n  Ann"))
                .add(new Step.Throws("IOException"))
                .comment("More\nof it")
                .add(said("Ann", "bye"));

        assertThat(writer.text()).isEqualTo("""
                [Ann is admin]
                Ann: hello
                bot: Hello!

                       Ann
                [throws IOException]

                # More
                # of it
                Ann: bye
                """);
        assertThat(new TranscriptWriter().text()).isEmpty();
    }

    @Test
    void whateverItWritesIsReadAgain() {
        for (int i = 0; i < TRIES; i++) {
            List<Step> steps = new ArrayList<>();
            for (int j = 0; j < 3; j++) {
                Step step = step();
                if (!(step instanceof Deed deed) || deed.complete()) {
                    steps.add(step);
                }
            }
            TranscriptWriter writer = new TranscriptWriter();
            steps.forEach(writer::add);

            List<Step> read = Transcript.of("talk.txt", writer.text().lines().toList()).entries().stream()
                    .map(Entry::step)
                    .toList();

            assertThat(read).as(writer.text()).isEqualTo(steps);
        }
    }

    private Step step() {
        return switch (random.nextInt(9)) {
            case 0 -> new Step.InSpace(text());
            case 1 -> new Step.InDirect(text());
            case 2 -> new Step.HasRole(text(), Role.GUEST);
            case 3 -> new Step.Wait(Duration.ofSeconds(1 + random.nextInt(1_000_000)));
            case 4 ->
                new Step.WaitUntil(null, DayOfWeek.of(1 + random.nextInt(7)), LocalTime.of(random.nextInt(24), 5));
            default -> deed();
        };
    }

    private Deed deed() {
        Verb verb = VERBS.get(random.nextInt(VERBS.size()));
        List<String> assignees =
                verb == Verb.CREATES_TASK && random.nextBoolean() ? List.of(text(), text()) : List.of();
        List<String> files = verb.allowsText() && random.nextBoolean() ? List.of(text(), text()) : List.of();
        Deed.Details details = new Deed.Details(
                assignees,
                verb == Verb.CREATES_TASK && random.nextBoolean() ? "2026-01-09 17:00" : "",
                files,
                verb.refers() ? random.nextInt(3) : 0);
        String text = verb.allowsText() && random.nextBoolean() ? text() : "";
        return new Deed(text(), verb, verb.needsObject() ? text() : "", details, text);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            if (random.nextInt(6) == 0) {
                text.append(PHRASES.get(random.nextInt(PHRASES.size())));
            } else {
                text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
        }
        return text.toString();
    }

    private static Deed said(String who, String text) {
        return new Deed(who, Verb.SAYS, "", Deed.Details.NONE, text);
    }
}
