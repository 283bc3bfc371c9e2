package dev.spacesbot.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spacesbot.config.Auth;
import dev.spacesbot.config.Secret;
import dev.spacesbot.event.Member;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Role;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.TransportException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestApiTest {

    private static final String ME = "{\"_id\":\"u1\",\"username\":\"bot@example.org\",\"displayname\":\"Bot\"}";

    private final Web web = new Web();
    private final Timers timers = Timers.system("rest-test");
    private final Http http = new Http(web.service());

    @AfterEach
    void endAll() {
        http.close();
        timers.close();
        web.close();
    }

    private RestApi api(String tokenType, String token) {
        return new RestApi(http, web.service(), new Auth.Token(tokenType, new Secret(token)), timers);
    }

    private RestApi api() {
        return api("jwt", "token-of-bot");
    }

    private TransportException failureOf(Consumer<RestApi> call) {
        return catchThrowableOfType(TransportException.class, () -> call.accept(api()));
    }

    @ParameterizedTest
    @CsvSource({"jwt,jwt", "oauth,bearer", "service_app,service_app"})
    void saysTheTokenAsItsTypeWantsIt(String tokenType, String scheme) {
        web.answers(200, ME);

        api(tokenType, "token-of-bot").me();

        assertThat(web.asked()).containsExactly("GET /api/users/me " + scheme + " token-of-bot");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void takesADeclinedWhoAmIAsADeclinedToken(int status) {
        web.answers(status, "{\"code\":\"auth.expired\",\"message\":\"token-of-bot is\\ntoo old\"}");

        TransportException failure = failureOf(RestApi::me);

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure)
                .hasMessage("GET " + web.address("/api/users/me") + ": answered " + status
                        + " (auth.expired, *** is\\u000atoo old). The token is not accepted: put a valid one into the"
                        + " configuration, under auth.");
    }

    @Test
    void readsTheMembersOfASpace() {
        web.answers(200, """
                {"data":[{"member":"u1","memberType":"userid","role":"admin","username":"ann@example.org","displayname":"Ann"},
                         {"member":"u2","memberType":"anonymousid","role":"guest","username":"guest-7"},
                         {"role":"admin"},
                         {"member":"u3","role":"emperor"}],
                 "nextPageUrl":"%s","total":5}""".formatted(web.address("/api/spaces/60aa11bb22cc33dd44ee5501/members?size=50&page=2")));
        web.answers(200, "{\"data\":[{\"member\":\"u4\",\"role\":\"member\"}],\"nextPageUrl\":\"end\",\"total\":4}");

        assertThat(api().members("60aa11bb22cc33dd44ee5501"))
                .containsExactly(
                        new Member(new User("u1", User.Kind.USER, "ann@example.org", "Ann"), Role.ADMIN),
                        new Member(new User("u2", User.Kind.ANONYMOUS, "guest-7", "guest-7"), Role.GUEST),
                        new Member(new User("u3", User.Kind.USER, "", ""), Role.GUEST),
                        new Member(new User("u4", User.Kind.USER, "", ""), Role.MEMBER));
        assertThat(web.asked()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void numbersThePagesOfMembersItselfWhereNoneIsNamed(boolean fromZero) {
        String first = "{\"data\":[{\"member\":\"u1\"},{\"member\":\"u2\"}],\"total\":3}";
        String second = "{\"data\":[{\"member\":\"u3\"}],\"total\":3}";
        web.answers(200, first).answers(200, fromZero ? second : first).answers(200, second);

        assertThat(api().members("60aa11bb22cc33dd44ee5501"))
                .extracting(member -> member.user().id())
                .containsExactly("u1", "u2", "u3");
        assertThat(web.asked()).hasSize(fromZero ? 2 : 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "429 | 17                            | 17",
                "429 | ''                            | 60",
                "429 | soon                          | 60",
                "429 | 0                             | 1",
                "429 | 99999999999999999999          | 900",
                "429 | Tue, 15 Nov 2022 08:12:41 GMT | 10",
                "429 | Tue, 15 Nov 2022 08:12:11 GMT | 1",
                "503 | 20                            | 20",
                "503 | ''                            | -"
            })
    void passesOnHowLongTheServiceWantsToBeLeftAlone(int status, String header, @Nullable Long seconds) {
        Instant at = Instant.parse("2022-11-15T08:12:31Z");
        Answer answer = new Answer("GET list", status, at, header, Json.object(), List.of());

        TransportException failure = answer.failure();

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.retryAfter()).isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
    }

    @Test
    void takesTheTimeFromTheAnswers() {
        web.answers(200, ME);

        api().me();

        // What the JDK's server says is the time of this machine, in whole seconds.
        assertThat(Duration.between(http.now(), Instant.now())).isBetween(Duration.ZERO, Duration.ofSeconds(30));
        assertThat(http.now().minusMillis(999)).isBefore(Instant.now());
    }

    @Test
    void passesOnHowLongToWait() {
        web.answers(429, "{}", Map.of("Retry-After", "17"));

        TransportException failure = failureOf(RestApi::spaces);

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure)
                .hasMessage("GET " + web.address("/api/users/me/spaces")
                        + ": answered 429. These were too many calls: try again after 17 s.");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void takesTheServicesOwnTroubleAsUnavailable(int status) {
        web.answers(status, "<html>Bad gateway</html>");

        TransportException failure = failureOf(RestApi::me);

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure)
                .hasMessage("GET " + web.address("/api/users/me") + ": answered " + status
                        + ". The service has trouble of its own: try again later.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Sign in to the hotel's network</html>"})
    void takesAnAnswerThatIsNoJsonAsUnavailable(String body) {
        web.answers(200, body);

        TransportException failure = failureOf(RestApi::me);

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure)
                .hasMessage("GET " + web.address("/api/users/me")
                        + ": the answer (200) is not JSON, or too large. Check the addresses under service.");
    }

    @Test
    void takesAHostThatIsNotThereAsUnavailable() {
        web.close();

        TransportException failure = failureOf(RestApi::me);

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure)
                .hasMessageStartingWith("GET " + web.address("/api/users/me") + ": no answer (")
                .hasMessageEndingWith("). Check the addresses under service, and the network.");
    }

    @Test
    void namesATokenThatCannotBeOne() {
        TransportException failure = catchThrowableOfType(
                TransportException.class, () -> api("jwt", "token-of-bot\n").me());

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure)
                .hasMessage("The token is empty, or holds a blank, a line break or another character that no token has:"
                        + " check where the configuration takes it from.");
        assertThat(web.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"null", "''", "end"})
    void readsAListUpToItsEndMark(String end) {
        String mark = end.equals("null") ? end : "\"" + end + "\"";
        web.answers(200, "{\"data\":[{\"_id\":\"s1\",\"title\":\"One\"}],\"nextPageUrl\":\"/api/next?page=2\"}");
        web.answers(
                200,
                "{\"data\":[{\"title\":\"no id\"},{\"_id\":\"s2\",\"type\":\"direct\"}],\"nextPageUrl\":" + mark + "}");

        assertThat(api().spaces())
                .containsExactly(new Space("s1", "One", Space.Kind.GROUP), new Space("s2", "", Space.Kind.DIRECT));
        assertThat(web.asked())
                .containsExactly(
                        "GET /api/users/me/spaces?topictype=all&size=50 jwt token-of-bot",
                        "GET /api/next?page=2 jwt token-of-bot");
    }

    @Test
    void carriesTheTokenToNoOtherHost() {
        web.answers(200, "{\"data\":[{\"_id\":\"s1\"}],\"nextPageUrl\":\"http://elsewhere.example/api/next\"}");

        assertThat(api().spaces()).hasSize(1);
        assertThat(web.asked()).hasSize(1);
    }

    @Test
    void endsAListThatNamesTheSamePageAgain() {
        String self = web.address("/api/users/me/spaces?topictype=all&size=50");
        web.answers(200, "{\"data\":[{\"_id\":\"s1\"}],\"nextPageUrl\":\"" + self + "\"}");

        assertThat(api().spaces()).hasSize(1);
    }

    @Test
    void ordersTheHistoryAndPassesOverWhatItCannotRead() {
        web.answers(
                200,
                "{\"data\":["
                        + message("m3", "2021-05-23T10:15:33Z") + ",{\"category\":\"chat\"},{\"category\":\"meeting\"},"
                        + message("m1", "2021-05-23T10:15:29Z") + "," + message("m2", "2021-05-23T10:15:30Z") + "]}");

        assertThat(api().history(
                                "s1",
                                Instant.parse("2021-05-23T10:15:30.000999Z").minusNanos(999_000)))
                .extracting(event -> event.id() + " " + event.space().id() + " " + ((Message) event).text())
                .containsExactly("m2 s1 hello", "m3 s1 hello");
        assertThat(web.asked())
                .containsExactly(
                        "GET /api/spaces/s1/messages/query?refTime=2021-05-23T10%3A15%3A29.999Z&direction=after"
                                + "&size=50 jwt token-of-bot");
    }

    private static String message(String id, String created) {
        return "{\"_id\":\"" + id + "\",\"category\":\"chat\",\"created\":\"" + created
                + "\",\"sender\":{\"_id\":\"u2\"},\"content\":{\"bodyText\":\"hello\"}}";
    }

    @Test
    void asksForNothingUnderAForgedId() {
        TransportException failure = failureOf(api -> api.direct("../../users/me", User.Kind.USER));

        assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
        assertThat(failure)
                .hasMessage("Not an id of a space or user: use the id that an event or a list of the service gave.");
        assertThat(web.asked()).isEmpty();
    }

    @Test
    void saysThatSomebodyCannotBeWrittenTo() {
        web.answers(200, "{\"data\":[]}");

        TransportException failure = failureOf(api -> api.direct("u2", User.Kind.USER));

        assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
        assertThat(failure)
                .hasMessage("GET " + web.address("/api/spaces/direct/user/u2")
                        + ": answered 200. It holds no space: only people of the same company or of a common space can"
                        + " be written to.");
    }
}
