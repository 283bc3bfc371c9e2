package dev.spacesbot.internal.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTimesTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static List<String> times(String expression, ZoneId zone, String after, int count) {
        CronTimes times = CronTimes.of(expression, zone);
        return Stream.iterate(Instant.parse(after), at -> times.next(at).orElseThrow())
                .skip(1)
                .limit(count)
                .map(at -> at.atZone(zone).toOffsetDateTime().toString())
                .toList();
    }

    @Test
    void comesOnItsDays() {
        assertThat(times("0 9 * * MON-FRI", ZoneOffset.UTC, "2026-01-08T09:00:00Z", 3))
                .containsExactly("2026-01-09T09:00Z", "2026-01-12T09:00Z", "2026-01-13T09:00Z");
    }

    @Test
    void goesByTheClockOfItsZone() {
        assertThat(times("0 9 * * *", PARIS, "2026-03-28T00:00:00Z", 2))
                .containsExactly("2026-03-28T09:00+01:00", "2026-03-29T09:00+02:00");
    }

    @Test
    void comesAtTheNextMomentWhereClocksLeaveItsTimeOut() {
        assertThat(times("30 2 * * *", PARIS, "2026-03-28T00:00:00Z", 3))
                .containsExactly("2026-03-28T02:30+01:00", "2026-03-29T03:00+02:00", "2026-03-30T02:30+02:00");
        assertThat(times("0 0 * * *", ZoneId.of("America/Sao_Paulo"), "2018-11-03T12:00:00Z", 2))
                .containsExactly("2018-11-04T01:00-02:00", "2018-11-05T00:00-02:00");
    }

    @Test
    void comesOnceWhereClocksLeaveSeveralOfItsTimesOut() {
        assertThat(times("0,15,30 2 * * *", PARIS, "2026-03-28T01:20:00Z", 3))
                .containsExactly("2026-03-28T02:30+01:00", "2026-03-29T03:00+02:00", "2026-03-30T02:00+02:00");
    }

    @Test
    void comesOnceWhereItsTimeComesTwice() {
        assertThat(times("0,30 2 * * *", PARIS, "2026-10-24T12:00:00Z", 3))
                .containsExactly("2026-10-25T02:00+02:00", "2026-10-25T02:30+02:00", "2026-10-26T02:00+01:00");
    }

    @Test
    void doesNotComeAgainInTheSecondOfTwoEqualHours() {
        assertThat(times("30 2 * * *", PARIS, "2026-10-25T01:10:00Z", 1)).containsExactly("2026-10-26T02:30+01:00");
    }

    @Test
    void comesInEveryHourThatPassesWhereItSaysEveryHour() {
        assertThat(times("0 * * * *", PARIS, "2026-10-24T23:30:00Z", 3))
                .containsExactly("2026-10-25T02:00+02:00", "2026-10-25T02:00+01:00", "2026-10-25T03:00+01:00");
        assertThat(times("*/30 * * * *", PARIS, "2026-03-29T00:00:00Z", 3))
                .containsExactly("2026-03-29T01:30+01:00", "2026-03-29T03:00+02:00", "2026-03-29T03:30+02:00");
    }

    @Test
    void waitsForTheTwentyNinthOfFebruary() {
        assertThat(times("0 0 29 2 *", ZoneOffset.UTC, "2026-01-01T00:00:00Z", 1))
                .containsExactly("2028-02-29T00:00Z");
    }

    @Test
    void takesSpacesAsTheyCome() {
        assertThat(times(" 0  9 * *\tmon ", ZoneOffset.UTC, "2026-01-08T09:00:00Z", 1))
                .containsExactly("2026-01-12T09:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60 9 * * *     | Value 60 not in range [0, 59]",
                "0 9 * *        | Cron expression contains 4 parts but we expect one of [5]",
                "0 0 9 * * MON  | Cron expression contains 6 parts but we expect one of [5]",
                "'   '          | Empty expression!",
                "@daily         | Nicknames not supported!",
                "0 9 * * FRI-TUE| Invalid range! [5,2]",
                "0 0 30 2 *     | there is no such day"
            })
    void saysWhatIsWrong(String expression, String why) {
        assertThatThrownBy(() -> CronTimes.of(expression, ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
    }
}
