package dev.spacesbot.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spacesbot.config.Auth;
import dev.spacesbot.config.Secret;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.TransportException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastTest {

    private static final Instant SINCE = Instant.parse("2021-05-23T10:15:30Z");
    private static final String TOGETHER =
            "GET /api/users/me/messages?spacelist=s1%2Cs2&after=1621764929999&size=50 jwt token-of-bot";
    private static final String ALONE =
            "/messages/query?refTime=2021-05-23T10%3A15%3A29.999Z&direction=after&size=50 jwt token-of-bot";

    private final Web web = new Web();
    private final Timers timers = Timers.system("rest-test");
    private final Http http = new Http(web.service());
    private final RestApi api =
            new RestApi(http, web.service(), new Auth.Token("jwt", new Secret("token-of-bot")), timers);

    @AfterEach
    void endAll() {
        http.close();
        timers.close();
        web.close();
    }

    private static String message(String id, String space, String second, String more) {
        return "{\"_id\":\"" + id + "\",\"category\":\"chat\","
                + (space.isEmpty() ? "" : "\"topicId\":\"" + space + "\",")
                + "\"created\":\"2021-05-23T10:15:" + second + "Z\",\"sender\":{\"_id\":\"u2\"},"
                + "\"content\":{\"bodyText\":\"hello\"}" + more + "}";
    }

    private static String page(String next, String... messages) {
        return "{\"data\":[" + String.join(",", messages) + "],\"nextPageUrl\":\"" + next + "\",\"total\":7}";
    }

    private List<String> ids() {
        return api.changes(List.of("s1", "s2"), SINCE).stream()
                .map(SpaceEvent::id)
                .toList();
    }

    private TransportException failure() {
        return catchThrowableOfType(TransportException.class, this::ids);
    }

    @Test
    void tellsWhatChangedInSeveralSpacesInTheOrderOfTheChanges() {
        web.answers(
                200,
                page(
                        "/api/next?page=2",
                        message("m3", "s2", "33", ""),
                        message("old", "s1", "29", ",\"modified\":\"2021-05-23T10:15:32Z\"")));
        web.answers(
                200,
                page(
                        "end",
                        message("old", "s1", "29", ",\"modified\":\"2021-05-23T10:15:32Z\""),
                        message("m1", "s1", "30", ""),
                        message("before", "s1", "29.999", ""),
                        message("elsewhere", "s9", "31", "")));

        assertThat(ids()).containsExactly("m1", "old", "m3");
        assertThat(web.asked()).containsExactly(TOGETHER, "GET /api/next?page=2 jwt token-of-bot");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsTheOrderOfOneMillisecondWhicheverWayTheListGoes(boolean newestFirst) {
        List<String> oldestFirst = List.of(
                message("m1", "s1", "31", ""),
                message("m2", "s1", "31", ""),
                message("m3", "s2", "31", ""),
                message("m4", "s1", "32", ""));
        List<String> list = new ArrayList<>(oldestFirst);
        if (newestFirst) {
            Collections.reverse(list);
        }
        web.answers(200, page("", list.toArray(String[]::new)));

        assertThat(ids()).containsExactly("m1", "m2", "m3", "m4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"deleted\":true", "\"isDeleted\":true", "\"deletedAt\":\"2021-05-23T10:15:40Z\""})
    void tellsNothingOfWhatWasDeleted(String mark) {
        web.answers(
                200,
                page("", message("gone", "s1", "31", "," + mark), message("m1", "s1", "32", ",\"deleted\":false")));

        assertThat(ids()).containsExactly("m1");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404})
    void readsEachSpaceOnItsOwnWhereTheAccountMayNotAskForAllAndRemembersThat(int status) {
        web.answers(status, "{\"code\":\"not.permitted\"}")
                .answers(200, page("", message("m2", "", "32", "")))
                .answers(200, page("", message("m1", "", "31", "")));

        assertThat(ids()).containsExactly("m1", "m2");
        web.answers(200, page("")).answers(200, page(""));
        assertThat(ids()).isEmpty();

        assertThat(web.asked())
                .containsExactly(
                        TOGETHER,
                        "GET /api/spaces/s1" + ALONE,
                        "GET /api/spaces/s2" + ALONE,
                        "GET /api/spaces/s1" + ALONE,
                        "GET /api/spaces/s2" + ALONE);
    }

    @Test
    void readsEachSpaceOnItsOwnWhereTheListDoesNotSayWhereItsEntriesBelong() {
        web.answers(200, page("", message("m1", "", "31", ""), message("m2", "", "32", "")))
                .answers(200, page("", message("m1", "", "31", "")))
                .answers(200, page("", message("m2", "", "32", "")));

        assertThat(ids()).containsExactly("m1", "m2");
    }

    @Test
    void saysWhichSpaceMayNotBeReadAndAsksForAllTheNextTime() {
        web.answers(403, "{}").answers(200, page("")).answers(403, "{\"code\":\"not.yours\"}");

        TransportException failure = failure();
        web.answers(200, page(""));
        List<String> later = ids();

        assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
        assertThat(failure)
                .hasMessageStartingWith(
                        "GET " + web.address("/api/spaces/s2/messages/query") + ": answered 403 (not.yours).");
        assertThat(later).isEmpty();
        assertThat(web.asked()).hasSize(4).endsWith(TOGETHER);
    }

    @Test
    void tellsNoPartOfWhatGoesOnAtAnotherHost() {
        web.answers(200, page("http://elsewhere.example/api/next", message("m1", "s1", "31", "")));

        assertThat(failure())
                .hasMessage("GET " + web.address("/api/users/me/messages") + ": it goes on at another host");
    }

    @Test
    void tellsNoPartOfWhatHasTooManyPages() {
        for (int i = 0; i < 40; i++) {
            web.answers(200, page("/api/next?page=" + i, message("m" + i, "s1", "31", "")));
        }

        TransportException failure = failure();

        assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
        assertThat(failure)
                .hasMessage("GET " + web.address("/api/users/me/messages") + ": there are more than 40 pages");
        assertThat(web.asked()).hasSize(40);
    }

    @Test
    void takesAnAnswerWithoutAListForNone() {
        web.answers(200, "{\"total\":0}");

        TransportException failure = failure();

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure).hasMessageEndingWith("It holds no data: check apiUrl under service.");
    }

    @Test
    void asksForNoMoreSpacesThanTheServiceTakes() {
        assertThatThrownBy(() -> api.changes(Collections.nCopies(16, "s1"), SINCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("At most 15 spaces can be asked for at a time");
        assertThat(api.changes(List.of(), SINCE)).isEmpty();
        assertThat(web.asked()).isEmpty();
    }

    @Test
    void goesOnWhereThePauseWasAskedFor() {
        web.answers(200, page("/api/next?page=2", message("m2", "s1", "32", "")))
                .answers(429, "{}", Map.of("Retry-After", "0"))
                .answers(200, page("", message("m1", "s1", "31", "")));

        assertThat(ids()).containsExactly("m1", "m2");
        assertThat(web.asked().subList(1, 3))
                .containsExactly("GET /api/next?page=2 jwt token-of-bot", "GET /api/next?page=2 jwt token-of-bot");
    }

    @Test
    void leavesThePauseToWhoeverAsksWhereNothingHasBeenReadYet() {
        web.answers(429, "{}", Map.of("Retry-After", "17"));

        assertThat(failure().retryAfter()).hasValue(Duration.ofSeconds(17));
        assertThat(web.asked()).hasSize(1);
    }
}
