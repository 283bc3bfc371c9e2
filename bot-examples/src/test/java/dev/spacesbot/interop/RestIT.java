package dev.spacesbot.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.spacesbot.config.Auth;
import dev.spacesbot.config.Secret;
import dev.spacesbot.event.Member;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Role;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.socketio.SocketIoTransport;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The REST half and the tokens, against a server on Node.js. */
class RestIT {

    private static final String SPACE = "60aa11bb22cc33dd44ee5501";

    private final Timers timers = Timers.system("rest-test");
    private final HeardEvents heard = new HeardEvents();
    private final RealServer server = RealServer.start();

    @AfterEach
    void endAll() {
        server.close();
        timers.close();
    }

    private SocketIoTransport transport(Auth auth) {
        return new SocketIoTransport(server.service(), auth, timers);
    }

    private SocketIoTransport transport() {
        return transport(new Auth.Token("jwt", new Secret("token-of-bot")));
    }

    private static Auth.OAuth oauth(String refreshToken) {
        return new Auth.OAuth("client", new Secret("secret-of-client"), new Secret(refreshToken), null);
    }

    @Test
    void tellsWhoTheTokenBelongsTo() {
        try (SocketIoTransport transport = transport()) {
            User me = transport.me();

            assertThat(me.displayName()).isEqualTo("Bot");
            assertThat(me.username()).isEqualTo("bot@example.org");
            assertThat(me.id()).hasSize(24);
        }
    }

    @Test
    void readsAListToItsLastPage() {
        try (SocketIoTransport transport = transport()) {
            assertThat(transport.spaces())
                    .containsExactly(
                            new Space("60aa11bb22cc33dd44ee5501", "Space 01", Space.Kind.GROUP),
                            new Space("60aa11bb22cc33dd44ee5502", "Space 02", Space.Kind.GROUP),
                            new Space("60aa11bb22cc33dd44ee5503", "Space 03", Space.Kind.GROUP));
        }
    }

    @Test
    void catchesUpOldestFirst() {
        IntStream.range(0, 120).forEach(i -> server.say(SPACE, "Ann", "line " + i));

        try (SocketIoTransport transport = transport()) {
            await().until(() -> transport.history(SPACE, Instant.EPOCH).size() == 120);

            assertThat(transport.history(SPACE, Instant.EPOCH))
                    .extracting(event -> ((Message) event).text())
                    .contains("line 0", "line 119")
                    .hasSize(120);
            assertThat(transport.history(SPACE, Instant.now().plusSeconds(60))).isEmpty();
        }
    }

    @Test
    void readsWhatWasSaidInSomeSpacesPageByPage() {
        String other = "60aa11bb22cc33dd44ee5502";
        IntStream.range(0, 60).forEach(i -> {
            server.say(SPACE, "Ann", "line " + i);
            server.say(other, "Bob", "line " + i);
        });

        try (SocketIoTransport transport = transport()) {
            await().until(() ->
                    transport.changes(List.of(SPACE, other), Instant.EPOCH).size() == 120);

            assertThat(transport.changes(List.of(SPACE, other), Instant.EPOCH))
                    .filteredOn(event -> event.space().id().equals(other))
                    .extracting(event -> ((Message) event).text())
                    .containsExactlyElementsOf(
                            IntStream.range(0, 60).mapToObj(i -> "line " + i).toList());
            assertThat(Duration.between(transport.now(), Instant.now()).abs()).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void findsADirectSpace() {
        try (SocketIoTransport transport = transport()) {
            assertThat(transport.direct("5f00aa11bb22cc33dd44ee01").kind()).isEqualTo(Space.Kind.DIRECT);
        }
    }

    @Test
    void listsEveryMemberThoughNoPageNamesTheNext() {
        try (SocketIoTransport transport = transport()) {
            List<Member> members = transport.members(SPACE);

            assertThat(members).hasSize(120).doesNotHaveDuplicates();
            assertThat(members.get(0).user().displayName()).isEqualTo("Ann");
            assertThat(members.get(0).role()).isEqualTo(Role.ADMIN);
            assertThat(members.get(1).user()).isEqualTo(transport.me());
            assertThat(members.get(119).role()).isEqualTo(Role.MEMBER);
        }
    }

    @Test
    void aSpaceOfOthersIsRejected() {
        try (SocketIoTransport transport = transport()) {
            TransportException failure = catchThrowableOfType(
                    TransportException.class, () -> transport.history("dead11bb22cc33dd44ee5501", Instant.EPOCH));

            assertThat(failure.kind()).isEqualTo(TransportException.Kind.REJECTED);
            assertThat(failure)
                    .hasMessage("GET " + server.address("/api/spaces/dead11bb22cc33dd44ee5501/messages/query")
                            + ": answered 403 (topic.forbidden, not your space). Check the id, what the account may do,"
                            + " and the addresses under service.");
        }
    }

    @Test
    void aRefusedTokenIsRefused() {
        try (SocketIoTransport transport = transport(new Auth.Token("jwt", new Secret("refused")))) {
            TransportException failure = catchThrowableOfType(TransportException.class, transport::me);

            assertThat(failure.kind()).isEqualTo(TransportException.Kind.REFUSED);
            assertThat(failure)
                    .hasMessage("GET " + server.address("/api/users/me")
                            + ": answered 401 (auth.invalid, the token is not valid). The token is not accepted: put a"
                            + " valid one into the configuration, under auth.");
        }
    }

    @Test
    void usesEachRefreshTokenOnce() {
        try (SocketIoTransport transport = transport(oauth("refresh-0"))) {
            transport.connect(heard);
            boolean renewed = transport.renewToken();
            transport.connect(heard);
            User me = transport.me();

            assertThat(renewed).isTrue();
            assertThat(me.displayName()).isEqualTo("Robo");
            assertThat(server.await("asked", 2))
                    .extracting(one -> one.payload().toString())
                    .containsExactly(
                            "{\"token\":\"access-1\",\"tokenType\":\"oauth\"}",
                            "{\"token\":\"access-2\",\"tokenType\":\"oauth\"}");
            assertThat(Duration.between(Instant.now(), Objects.requireNonNull(transport.renewAt())))
                    .isBetween(Duration.ofMinutes(53), Duration.ofMinutes(54));
        }
    }

    @Test
    void saysWhatToDoOnceARefreshTokenIsUsedUp() {
        try (SocketIoTransport transport = transport(oauth("refresh-of-last-year"))) {
            TransportException failure = catchThrowableOfType(TransportException.class, () -> transport.connect(heard));

            assertThat(failure.kind()).isEqualTo(TransportException.Kind.REFUSED);
            assertThat(failure)
                    .hasMessage("POST " + server.address("/oauth2/access_token")
                            + ": answered 400 (invalid_grant, the refresh token was used before). The refresh token is"
                            + " not valid any more (each is good for one use): sign in again and put the new one into"
                            + " the configuration as auth.refreshToken.");
        }
    }

    @Test
    void comesInAsAGuest() {
        try (SocketIoTransport transport = transport(new Auth.Anonymous("Poll bot"))) {
            transport.connect(heard);

            assertThat(server.await("connected", 1)).hasSize(1);
            assertThat(server.received("rest").get(0).payload().path("body").asText())
                    .isEqualTo("{\"displayname\":\"Poll bot\"}");
            assertThat(Duration.between(Instant.now(), Objects.requireNonNull(transport.renewAt())))
                    .isBetween(Duration.ofMinutes(21 * 60 + 35), Duration.ofMinutes(21 * 60 + 37));
        }
    }
}
