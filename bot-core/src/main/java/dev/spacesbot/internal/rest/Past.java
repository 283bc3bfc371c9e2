package dev.spacesbot.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.config.Service;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.internal.rest.Pages.Bound;
import dev.spacesbot.internal.wire.EventReader;
import dev.spacesbot.transport.Transport;
import dev.spacesbot.transport.TransportException.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was written and changed earlier. What is told is always all of it: where that cannot be had, there is an exception.
 *
 * <p>Whether the service means "at" or "after" the time that it is asked for, and how it orders a list, is not known. So it
 * is asked for a moment earlier, and both are seen to here. Safe for use by several threads.
 */
final class Past {

    private static final Logger log = LoggerFactory.getLogger(Past.class);
    private static final String PAGE_SIZE = "50";

    /** 2,000 messages: several spaces that have more are better asked one at a time. */
    private static final int MAX_PAGES = 40;

    /** 20,000 messages of one space. */
    private static final int MAX_PAGES_OF_ONE = 400;

    private final Pages pages;
    private final Service service;

    /** An account that may not ask for several spaces at a time is not let do so later. */
    private volatile boolean oneByOne;

    Past(Pages pages, Service service) {
        this.pages = pages;
        this.service = service;
    }

    /** What was written or changed in a space: {@code GET /spaces/{id}/messages/query}, oldest first. */
    List<SpaceEvent> of(String spaceId, Instant since) {
        HttpUrl first = query(spaceId, since);
        Answer answer = pages.page(first);
        if (!answer.ok()) {
            throw answer.failure();
        }
        List<SpaceEvent> events = read(first, answer, List.of(spaceId), since);
        events.sort(Comparator.comparing(SpaceEvent::created));
        return events;
    }

    /** What was written or changed in some spaces, in the order of the changes: {@code GET /users/me/messages}. */
    List<SpaceEvent> of(Collection<String> spaceIds, Instant since) {
        if (spaceIds.size() > Transport.MOST_SPACES) {
            throw new IllegalArgumentException(
                    "At most " + Transport.MOST_SPACES + " spaces can be asked for at a time");
        }
        if (spaceIds.isEmpty()) {
            return List.of();
        }
        List<SpaceEvent> events = oneByOne ? oneByOne(spaceIds, since) : together(spaceIds, since);
        events.sort(Comparator.comparing(SpaceEvent::changed));
        return events;
    }

    private List<SpaceEvent> together(Collection<String> spaceIds, Instant since) {
        HttpUrl first = Addresses.of(service.apiUrl(), "apiUrl")
                .addPathSegments("users/me/messages")
                .addQueryParameter(
                        "spacelist",
                        String.join(",", spaceIds.stream().map(Addresses::id).toList()))
                .addQueryParameter("after", Long.toString(before(since).toEpochMilli()))
                .addQueryParameter("size", PAGE_SIZE)
                .build();
        Answer answer = pages.page(first);
        if (answer.ok() && (spaceIds.size() == 1 || placed(answer))) {
            return read(first, answer, spaceIds, since);
        }
        if (!answer.ok() && answer.failure().kind() != Kind.REJECTED) {
            throw answer.failure();
        }
        // Where it is one of the spaces that is the trouble, this fails too, and says which.
        List<SpaceEvent> events = oneByOne(spaceIds, since);
        oneByOne = true;
        log.info(
                "The history of each space is read on its own: the service does not tell this account of several at once");
        return events;
    }

    /** Whether entries say where they belong: the documentation does not say whether this list does. */
    private static boolean placed(Answer answer) {
        for (JsonNode entry : answer.body().path("data")) {
            if (entry.hasNonNull("_id") && !entry.hasNonNull("topicId")) {
                return false;
            }
        }
        return true;
    }

    private List<SpaceEvent> oneByOne(Collection<String> spaceIds, Instant since) {
        List<SpaceEvent> events = new ArrayList<>();
        for (String spaceId : spaceIds) {
            HttpUrl first = query(spaceId, since);
            events.addAll(read(first, pages.patient(first), List.of(spaceId), since));
        }
        return events;
    }

    private HttpUrl query(String spaceId, Instant since) {
        return Addresses.of(service.apiUrl(), "apiUrl")
                .addPathSegment("spaces")
                .addPathSegment(Addresses.id(spaceId))
                .addPathSegments("messages/query")
                .addQueryParameter("refTime", before(since).toString())
                .addQueryParameter("direction", "after")
                .addQueryParameter("size", PAGE_SIZE)
                .build();
    }

    private static Instant before(Instant since) {
        Instant earlier = since.truncatedTo(ChronoUnit.MILLIS).minusMillis(1);
        return earlier.isBefore(Instant.EPOCH) ? Instant.EPOCH : earlier;
    }

    private List<SpaceEvent> read(HttpUrl first, Answer answer, Collection<String> spaceIds, Instant since) {
        // Where something comes in meanwhile, the pages move, and what one had may come again on the next.
        Map<String, SpaceEvent> byId = new LinkedHashMap<>();
        int unused = pages.read(
                first,
                answer,
                Bound.whole(spaceIds.size() == 1 ? MAX_PAGES_OF_ONE : MAX_PAGES),
                json -> event(json, spaceIds),
                event -> byId.merge(event.id(), event, Past::later));
        Instant from = since.truncatedTo(ChronoUnit.MILLIS);
        List<SpaceEvent> events = new ArrayList<>(byId.values());
        events.removeIf(event -> event.changed().isBefore(from)
                || !spaceIds.contains(event.space().id()));
        // Of what happened in the same millisecond, the list alone knows which came first.
        if (newestFirst(events)) {
            Collections.reverse(events);
        }
        return events;
    }

    private static boolean newestFirst(List<SpaceEvent> events) {
        return !events.isEmpty()
                && !events.get(0)
                        .changed()
                        .isBefore(events.get(events.size() - 1).changed());
    }

    private static SpaceEvent later(SpaceEvent one, SpaceEvent other) {
        return other.changed().isAfter(one.changed()) ? other : one;
    }

    /** Messages of a list may lack the space that they were asked for by. */
    private static Optional<SpaceEvent> event(JsonNode json, Collection<String> spaceIds) {
        if (spaceIds.size() == 1 && json instanceof ObjectNode object && !object.hasNonNull("topicId")) {
            object.put("topicId", spaceIds.iterator().next());
        }
        return EventReader.read(json);
    }
}
