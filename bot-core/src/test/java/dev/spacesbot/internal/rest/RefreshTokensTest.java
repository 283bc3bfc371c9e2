package dev.spacesbot.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spacesbot.config.Auth;
import dev.spacesbot.config.Secret;
import dev.spacesbot.internal.time.HandTimers;
import dev.spacesbot.store.Change;
import dev.spacesbot.store.Entry;
import dev.spacesbot.store.Store;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.TransportException.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One process after the other, on the same store. */
class RefreshTokensTest {

    private static final Secret KEY = new Secret("0123456789abcdef0123456789abcdef");
    private static final String REFUSAL = "{\"error\":\"invalid_grant\"}";

    private final Web web = new Web();
    private final Http http = new Http(web.service());
    private final Store store = Store.inMemory();
    private final HandTimers timers = new HandTimers();

    @AfterEach
    void endAll() {
        http.close();
        web.close();
    }

    private Tokens process(String configured, @Nullable Secret key) {
        Auth.OAuth oauth = new Auth.OAuth("client", new Secret("secret"), new Secret(configured), null);
        return Tokens.of(oauth, web.service(), http, timers, new RefreshTokens(store, key));
    }

    private Web issues(String name) {
        return web.answers(200, "{\"access_token\":\"access-" + name + "\",\"refresh_token\":\"" + name + "\"}");
    }

    /** The refresh tokens that were tried so far. */
    private List<String> tried() {
        return web.asked().stream()
                .map(call -> call.replaceFirst(".*&refresh_token=", ""))
                .toList();
    }

    private Entry kept() {
        return store.all("token/", timers.now()).get(0);
    }

    @Test
    void goesOnWithTheOneThatTheLastProcessGot() {
        issues("two");
        issues("three");
        issues("four");
        Tokens first = process("one", null);
        Token before = first.current();
        first.renew();

        Token after = process("one", null).current();

        assertThat(before.value()).isEqualTo("access-two");
        assertThat(after.value()).isEqualTo("access-four");
        assertThat(tried()).containsExactly("one", "two", "three");
    }

    @Test
    void triesOneThatSomebodyHasPutIntoTheConfigurationFirst() {
        issues("two");
        issues("new two");
        issues("new three");
        Token unused = process("one", null).current();

        Token fresh = process("new one", null).current();
        Token next = process("new one", null).current();

        assertThat(fresh.value()).isEqualTo("access-new two");
        assertThat(next.value()).isEqualTo("access-new three");
        assertThat(tried()).containsExactly("one", "new+one", "new+two");
    }

    @Test
    void goesOnWithItsOwnWhereTheOneInTheConfigurationIsRefused() {
        issues("two");
        web.answers(400, REFUSAL);
        issues("three");
        issues("four");
        Token unused = process("one", null).current();

        Token after = process("used up", null).current();
        Token next = process("one", null).current();

        assertThat(after.value()).isEqualTo("access-three");
        assertThat(next.value()).isEqualTo("access-four");
        assertThat(tried()).containsExactly("one", "used+up", "two", "three");
    }

    @Test
    void isRefusedWhereNoneIsGoodAnyMore() {
        issues("two");
        web.answers(400, REFUSAL).answers(400, REFUSAL).answers(400, REFUSAL);
        Token unused = process("one", null).current();
        Tokens second = process("other", null);

        TransportException first = catchThrowableOfType(TransportException.class, second::current);
        TransportException again = catchThrowableOfType(TransportException.class, second::current);

        assertThat(first.kind()).isEqualTo(Kind.REFUSED);
        assertThat(again.kind()).isEqualTo(Kind.REFUSED);
        assertThat(tried()).containsExactly("one", "other", "two", "two");
    }

    @Test
    void keepsItEncryptedWhereThereIsAKey() {
        issues("refresh-two");
        issues("refresh-three");
        Token unused = process("one", KEY).current();
        String sealed = kept().json();

        Token after = process("one", KEY).current();

        assertThat(sealed)
                .matches("\\{\"version\":1,\"from\":\"[0-9a-f]{64}\",\"sealed\":\"1:[A-Za-z0-9+/=]+\"}")
                .doesNotContain("refresh-two");
        assertThat(after.value()).isEqualTo("access-refresh-three");
        assertThat(kept().json()).isNotEqualTo(sealed);
    }

    @Test
    void makesDoWithTheConfigurationWhereItWasEncryptedWithAnotherKey() {
        issues("two");
        issues("new two");
        issues("newest two");
        Token unused = process("one", KEY).current();

        Token other = process("new", new Secret("another key than the first")).current();
        Token none = process("newest", null).current();

        assertThat(other.value()).isEqualTo("access-new two");
        assertThat(none.value()).isEqualTo("access-newest two");
        assertThat(tried()).containsExactly("one", "new", "newest");
    }

    @Test
    void readsOneThatWasKeptBeforeThereWasAKey() {
        issues("two");
        issues("three");
        Token unused = process("one", null).current();

        Token after = process("one", KEY).current();

        assertThat(after.value()).isEqualTo("access-three");
        assertThat(tried()).containsExactly("one", "two");
        assertThat(kept().json()).contains("\"sealed\":").doesNotContain("three");
    }

    @Test
    void passesOverWhatItCannotRead() {
        issues("two");
        issues("three");
        Token unused = process("one", null).current();
        boolean garbled = store.apply(List.of(new Change.Put(kept().withJson("{"))), Instant.EPOCH);

        Token after = process("one", null).current();

        assertThat(garbled).isTrue();
        assertThat(after.value()).isEqualTo("access-three");
        assertThat(tried()).containsExactly("one", "one");
    }

    @Test
    void opensNothingThatWasSealedElsewhere() {
        String sealed = new Seal(KEY, "here").close("text");

        assertThat(new Seal(KEY, "here").open(sealed)).contains("text");
        assertThat(new Seal(KEY, "there").open(sealed)).isEmpty();
        assertThat(new Seal(KEY, "here").open("2:" + sealed)).isEmpty();
        assertThat(new Seal(KEY, "here").open("1:AAAA")).isEmpty();
        assertThat(new Seal(KEY, "here").open("1:no base64")).isEmpty();
    }
}
