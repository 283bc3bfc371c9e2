package dev.spacesbot.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spacesbot.event.Role;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptTest {

    private static final Deed.Details NONE = Deed.Details.NONE;

    @Test
    void commentsAndBlankLinesAreForTheReader() {
        Transcript transcript = read("# A greeting", "", "Ann: hello", "", "# and back", "bot: Hello!", "");

        assertThat(transcript.entries())
                .containsExactly(
                        new Entry(3, 3, new Deed("Ann", Verb.SAYS, "", NONE, "hello")),
                        new Entry(6, 6, new Deed("bot", Verb.SAYS, "", NONE, "Hello!")));
    }

    @Test
    void indentedLinesGoOnWithTheText() {
        Transcript transcript = read("bot: Where to?", "     • pizza", "", "       hot", "", "Ann:", "  one", "  two");

        assertThat(transcript.entries())
                .containsExactly(
                        new Entry(1, 4, new Deed("bot", Verb.SAYS, "", NONE, "Where to?\n• pizza\n\n  hot")),
                        new Entry(6, 8, new Deed("Ann", Verb.SAYS, "", NONE, "one\ntwo")));
    }

    @Test
    void linesMayBeIndentedLessThanTheTextAbove() {
        assertThat(step("Ann Miller: one", "  two", "    three"))
                .isEqualTo(new Deed("Ann Miller", Verb.SAYS, "", NONE, "one\ntwo\n  three"));
    }

    @Test
    void readsWhatSomebodyDoes() {
        assertThat(step("Ann creates task \"Say \\\"hi\\\"\" for Bob, Cleo due 2026-01-09 17:00 with \"a.pdf\": Soon"))
                .isEqualTo(new Deed(
                        "Ann",
                        Verb.CREATES_TASK,
                        "Say \"hi\"",
                        new Deed.Details(List.of("Bob", "Cleo"), "2026-01-09 17:00", List.of("a.pdf")),
                        "Soon"));
        assertThat(step("Ann with \"a.pdf\", \"b.png\""))
                .isEqualTo(
                        new Deed("Ann", Verb.SAYS, "", new Deed.Details(List.of(), "", List.of("a.pdf", "b.png")), ""));
        assertThat(step("Ann posts \"News\":", "    All", "    is well"))
                .isEqualTo(new Deed("Ann", Verb.POSTS, "News", NONE, "All\nis well"));
        assertThat(step("Ann: she completes \"it\": soon"))
                .isEqualTo(new Deed("Ann", Verb.SAYS, "", NONE, "she completes \"it\": soon"));
        assertThat(step("Ann types")).isEqualTo(new Deed("Ann", Verb.TYPES, "", NONE, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bot: Hello",
                "bot: Where to?\n     • pizza\n\n       hot",
                "bot with \"a.pdf\": Here",
                "bot with \"a.pdf\"",
                "bot creates task \"Water\"",
                "bot creates task \"Water\" for Ann, Bob due 2026-01-09",
                "bot creates task \"Water \\\"them\\\"\" for {any} due {any}: Now",
                "bot posts \"News\":\n    one\n    two",
                "bot comments on \"News\": good",
                "bot comments on \"News\" (2) with \"a.txt\": good",
                "bot completes \"Water\"",
                "\"Boe, Bob\" creates task \"a\\n\\\\b\" for \"Ann: 1\", Cleo: Now",
                "\"[Fred]\": a\u2028b",
                "\"Hal posts\" enters"
            })
    void writesWhatItReads(String text) {
        Deed deed = (Deed) step(text.lines().toArray(String[]::new));

        assertThat(String.join("\n", deed.lines())).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[space The [Lab]]",
                "[space \" The \\n Lab\"]",
                "[direct Ann]",
                "[direct \"Ann is admin\"]",
                "[+1 hour 30 minutes]",
                "[until 09:00]",
                "[until FRI 17:30]",
                "[until 2026-01-09 09:00]",
                "[Ann Miller is guest]",
                "[\"space cadet\" is admin]",
                "[throws IOException]"
            })
    void writesWhatIsTheCaseAsItReadsIt(String line) {
        assertThat(step(line).lines()).containsExactly(line);
    }

    @Test
    void readsWhatIsTheCase() {
        assertThat(step("[space The Lab]")).isEqualTo(new Step.InSpace("The Lab"));
        assertThat(step("[direct Ann]")).isEqualTo(new Step.InDirect("Ann"));
        assertThat(step("[+1h30m]")).isEqualTo(new Step.Wait(Duration.ofMinutes(90)));
        assertThat(step("[until 9:00]")).isEqualTo(new Step.WaitUntil(null, null, LocalTime.of(9, 0)));
        assertThat(step("[until fri 17:30]"))
                .isEqualTo(new Step.WaitUntil(null, DayOfWeek.FRIDAY, LocalTime.of(17, 30)));
        assertThat(step("[until 2026-01-09 9:00]"))
                .isEqualTo(new Step.WaitUntil(LocalDate.of(2026, 1, 9), null, LocalTime.of(9, 0)));
        assertThat(step("[Ann Miller is admin]")).isEqualTo(new Step.HasRole("Ann Miller", Role.ADMIN));
        assertThat(step("[throws IOException]")).isEqualTo(new Step.Throws("IOException"));
    }

    @ParameterizedTest
    @CsvSource({
        "[until 9:30], 2026-01-05T09:30:00Z",
        "[until 9:00], 2026-01-06T09:00:00Z",
        "[until MON 9:00], 2026-01-12T09:00:00Z",
        "[until Monday 10:00], 2026-01-05T10:00:00Z",
        "[until SUN 0:00], 2026-01-11T00:00:00Z",
        "[until 2026-01-04 9:00], 2026-01-04T09:00:00Z"
    })
    void waitsUntilTheNextTimeThatItIsThatTime(String line, Instant expected) {
        Instant monday = Instant.parse("2026-01-05T09:00:00Z");

        assertThat(((Step.WaitUntil) step(line)).after(monday)).isEqualTo(expected);
    }

    @Test
    void tellsEveryLineThatIsWrong() {
        assertThatThrownBy(() -> read(
                        "  hello",
                        "Ann: hello",
                        "[+soon]",
                        "[+3h]",
                        "  there",
                        "[until 25:00]",
                        "Ann completes it",
                        "Ann creates task \"Water\" due 2026-02-30",
                        "Ann comments on \"Water\"",
                        "Ann:"))
                .isInstanceOf(TranscriptException.class)
                .hasMessage("""
                        lunch.txt has 8 problems:
                          line 1: an indented line goes on with what the line above says, which is no text
                          line 3: "soon" is not a span of time such as 10m, 1h30m or 2 hours
                          line 5: an indented line goes on with what the line above says, which is no text
                          line 6: [until 25:00] names no day or no time that there is
                          line 7: write it as: Ann completes "TITLE"
                          line 8: 2026-02-30 is no date
                          line 9: write it as: Ann comments on "TITLE": TEXT
                          line 10: write it as: Ann: TEXT""");
    }

    @Test
    void tellsWhatIsAllowedWhereNobodyKnowsWhatIsMeant() {
        assertThatThrownBy(() -> read("Ann waters \"it\"", "[spaec Lab]")).hasMessage("""
                        lunch.txt has 2 problems:
                          line 1: nobody knows what this means: Ann waters "it"
                          line 2: nobody knows what this means: [spaec Lab]
                        Allowed are
                          # COMMENT
                          NAME: TEXT
                          NAME creates task "TITLE" for NAME due 2026-01-09 17:00: TEXT
                          NAME posts "TITLE": TEXT
                          NAME comments on "TITLE": TEXT
                          NAME edits "TEXT": NEW TEXT
                          NAME completes "TITLE"
                          NAME enters
                          NAME leaves
                          NAME types
                          [space TITLE]
                          [direct NAME]
                          [+3h]
                          [until 17:00]
                          [until MON 9:00]
                          [until 2026-01-09 9:00]
                          [NAME is admin]
                          [NAME is member]
                          [NAME is guest]
                          [throws EXCEPTION]""");
    }

    @Test
    void aLineThatNeverEndsIsWrongLikeOthers() {
        assertThatThrownBy(() -> read("Ann creates task \"Water\"" + " for ever".repeat(10_000) + " due"))
                .isInstanceOf(TranscriptException.class)
                .hasMessageContaining("line 1: write it as: Ann creates task \"TITLE\"");
    }

    private static Step step(String... lines) {
        List<Entry> entries = read(lines).entries();
        assertThat(entries).hasSize(1);
        return entries.get(0).step();
    }

    private static Transcript read(String... lines) {
        return Transcript.of("lunch.txt", List.of(lines));
    }
}
