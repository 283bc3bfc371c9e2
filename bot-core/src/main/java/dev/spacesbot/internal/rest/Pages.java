package dev.spacesbot.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.internal.wire.Excerpt;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.internal.wire.MalformedEventException;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.TransportException.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads lists page by page. What cannot be read of one is passed over: one bad entry must not hide the others. */
final class Pages {

    private static final Logger log = LoggerFactory.getLogger(Pages.class);
    private static final int EXCERPT = 120;

    /** For one page; a service that asks for more is not to be had at the moment. */
    private static final int MOST_PAUSES = 5;

    private final Function<HttpUrl, Answer> get;
    private final Predicate<Duration> pause;

    /**
     * With what makes a call, and what waits.
     *
     * @param pause false where it was ended before its time
     */
    Pages(Function<HttpUrl, Answer> get, Predicate<Duration> pause) {
        this.get = get;
        this.pause = pause;
    }

    /** How much of a list to read. */
    record Bound(int pages, boolean whole) {

        /** So many pages; where there are more, the rest is left out. */
        static Bound upTo(int pages) {
            return new Bound(pages, false);
        }

        /** Everything or nothing: where there are more pages, or where not all of them can be read, it fails. */
        static Bound whole(int pages) {
            return new Bound(pages, true);
        }

        private void cut(HttpUrl list, String words) {
            if (whole) {
                throw new TransportException(Kind.REJECTED, "GET " + address(list) + ": " + words);
            }
            log.warn("GET {}: {}; the rest is left out", address(list), words);
        }

        private static HttpUrl address(HttpUrl list) {
            return list.newBuilder().query(null).build();
        }
    }

    /** Makes the call for one page; no failure where it is declined. */
    Answer page(HttpUrl url) {
        return get.apply(url);
    }

    /**
     * Makes the call for a page in the midst of others. Where the service asks for a pause, it is made here: whoever begins
     * again would begin with the first page, and get no further than before.
     */
    Answer patient(HttpUrl url) {
        for (int pauses = 0; ; pauses++) {
            Answer answer = get.apply(url);
            if (answer.ok()) {
                return answer;
            }
            TransportException failure = answer.failure();
            Duration wait = failure.retryAfter().orElse(null);
            if (wait == null || pauses == MOST_PAUSES || !pause.test(wait)) {
                throw failure;
            }
        }
    }

    /** Reads a list. Returns how many entries the service says there are, 0 where it does not. */
    <T> int read(HttpUrl first, Bound bound, Function<JsonNode, Optional<T>> reader, Consumer<T> out) {
        Answer answer = page(first);
        if (!answer.ok()) {
            throw answer.failure();
        }
        return read(first, answer, bound, reader, out);
    }

    /** The same, where the first page is there already. */
    <T> int read(HttpUrl first, Answer begin, Bound bound, Function<JsonNode, Optional<T>> reader, Consumer<T> out) {
        Answer answer = begin;
        HttpUrl page = first;
        for (int count = 1; ; count++) {
            JsonNode data = answer.body().path("data");
            if (bound.whole() && !data.isArray()) {
                throw answer.failure(Kind.UNAVAILABLE, "It holds no data: check apiUrl under service.");
            }
            for (JsonNode entry : data) {
                read(entry, reader).ifPresent(out);
            }
            HttpUrl next = next(first, page, answer, bound);
            if (next != null && count == bound.pages()) {
                bound.cut(first, "there are more than " + count + " pages");
                next = null;
            }
            if (next == null) {
                return answer.body().path("total").asInt(0);
            }
            page = next;
            answer = patient(page);
        }
    }

    private static @Nullable HttpUrl next(HttpUrl first, HttpUrl page, Answer answer, Bound bound) {
        String named = Json.text(answer.body(), "nextPageUrl");
        HttpUrl next = Addresses.next(page, named);
        if (next == null && Addresses.namesPage(named)) {
            bound.cut(first, "it goes on at another host");
        }
        return page.equals(next) ? null : next;
    }

    private static <T> Optional<T> read(JsonNode entry, Function<JsonNode, Optional<T>> reader) {
        try {
            return reader.apply(entry);
        } catch (MalformedEventException e) {
            log.warn("Passed over an entry of a list: {}: {}", e.getMessage(), Excerpt.of(entry.toString(), EXCERPT));
            return Optional.empty();
        }
    }
}
