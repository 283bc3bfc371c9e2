package dev.spacesbot.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.internal.rest.Pages.Bound;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.transport.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final HttpUrl LIST = HttpUrl.get("http://127.0.0.1/api/list");

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();
    private boolean closed;
    private final Pages pages = new Pages(url -> answers.removeFirst(), pause -> {
        pauses.add(pause);
        return !closed;
    });

    private void page(String entry, String next) {
        JsonNode body = Json.object()
                .put("nextPageUrl", next)
                .set("data", Json.object().arrayNode().add(entry));
        answers.add(new Answer("GET list", 200, Instant.EPOCH, "", body, List.of()));
    }

    private void tooMany(String retryAfter) {
        answers.add(new Answer("GET list", 429, Instant.EPOCH, retryAfter, Json.object(), List.of()));
    }

    private List<String> read() {
        List<String> found = new ArrayList<>();
        int unused = pages.read(LIST, Bound.whole(3), json -> Optional.of(json.asText()), found::add);
        return found;
    }

    @Test
    void pausesInTheMidstOfAListAsLongAsItIsAskedTo() {
        page("a", "/api/list?page=2");
        tooMany("20");
        tooMany("");
        page("b", "end");

        assertThat(read()).containsExactly("a", "b");
        assertThat(pauses).containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(60));
    }

    @Test
    void givesUpWhereThePauseIsEnded() {
        page("a", "/api/list?page=2");
        tooMany("20");
        closed = true;

        TransportException failure = catchThrowableOfType(TransportException.class, this::read);

        assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(20));
    }

    @Test
    void givesUpAfterFivePausesBeforeOnePage() {
        page("a", "/api/list?page=2");
        for (int i = 0; i < 6; i++) {
            tooMany("1");
        }

        assertThat(catchThrowableOfType(TransportException.class, this::read)).isNotNull();
        assertThat(pauses).hasSize(5);
    }

    @Test
    void readsOnlySoMuchWhereThatIsEnough() {
        page("a", "/api/list?page=2");
        page("b", "/api/list?page=3");
        List<String> found = new ArrayList<>();

        int unused = pages.read(LIST, Bound.upTo(2), json -> Optional.of(json.asText()), found::add);

        assertThat(found).containsExactly("a", "b");
    }
}
