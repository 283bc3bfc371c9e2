package dev.spacesbot.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.config.Auth;
import dev.spacesbot.config.Service;
import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Member;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.internal.wire.EventReader;
import dev.spacesbot.internal.wire.Excerpt;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.internal.wire.MalformedEventException;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.TransportException.Kind;
import dev.spacesbot.transport.Upload;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The REST calls that a bot needs, and the tokens that go with them. Calls block, are made once, and throw
 * {@link TransportException} where the service did not do what was asked. Safe for use by several threads.
 */
public final class RestApi {

    private static final Logger log = LoggerFactory.getLogger(RestApi.class);
    private static final String PAGE_SIZE = "50";

    /** 20,000 spaces. */
    private static final int MAX_SPACE_PAGES = 400;

    /** 2,000 messages; the service allows 60 of these calls a minute. */
    private static final int MAX_HISTORY_PAGES = 40;

    /** 20,000 people. */
    private static final int MAX_MEMBER_PAGES = 400;

    private static final int EXCERPT = 120;

    private final Http http;
    private final Service service;
    private final Tokens tokens;

    /** For the account of {@code auth}; nothing is asked yet. */
    public RestApi(Http http, Service service, Auth auth, Timers timers) {
        this.http = http;
        this.service = service;
        this.tokens = Tokens.of(auth, service, http, timers);
    }

    /** The token to use now; fetched first where there is none yet. */
    public Token token() {
        return tokens.current().checked();
    }

    /** Gets another token; false where this kind cannot be renewed. */
    public boolean renewToken() {
        return tokens.renew();
    }

    /** When to renew the token at the latest; null where that is not known or it cannot be renewed. */
    public @Nullable Instant renewAt() {
        return tokens.renewAt();
    }

    /** Who the token belongs to: {@code GET /users/me}. */
    public User me() {
        Answer answer = get(api("users/me").build());
        if (answer.forbidden()) {
            throw answer.failure(
                    Kind.REFUSED, "The token is not accepted: put a valid one into the configuration, under auth.");
        }
        User me = EventReader.user(checked(answer).body());
        if (me.id().isEmpty()) {
            throw answer.failure(Kind.UNAVAILABLE, "It holds no _id: check apiUrl under service.");
        }
        return me;
    }

    /** Every space of the account, of every kind: {@code GET /users/me/spaces}. */
    public List<Space> spaces() {
        HttpUrl first = api("users/me/spaces")
                .addQueryParameter("topictype", "all")
                .addQueryParameter("size", PAGE_SIZE)
                .build();
        return pages(first, MAX_SPACE_PAGES, json -> Optional.of(EventReader.space(json)));
    }

    /** What was written or changed in a space at or after {@code since}: {@code GET /spaces/{id}/messages/query}. */
    public List<SpaceEvent> history(String spaceId, Instant since) {
        HttpUrl first = api("spaces")
                .addPathSegment(Addresses.id(spaceId))
                .addPathSegments("messages/query")
                .addQueryParameter(
                        "refTime", since.truncatedTo(ChronoUnit.MILLIS).toString())
                .addQueryParameter("direction", "after")
                .addQueryParameter("size", PAGE_SIZE)
                .build();
        List<SpaceEvent> events = pages(first, MAX_HISTORY_PAGES, json -> event(json, spaceId));
        events.removeIf(event -> event.changed().isBefore(since));
        events.sort(Comparator.comparing(SpaceEvent::created));
        return events;
    }

    /** Everybody who belongs to a space: {@code GET /spaces/{id}/members}. */
    public List<Member> members(String spaceId) {
        HttpUrl first = api("spaces")
                .addPathSegment(Addresses.id(spaceId))
                .addPathSegment("members")
                .addQueryParameter("size", PAGE_SIZE)
                .build();
        Map<String, Member> byId = new LinkedHashMap<>();
        int total = members(first, byId);
        // Programs number these pages themselves, and whether from 0 or 1 is not known: the first may come again as 1.
        boolean news = true;
        for (int page = 1; byId.size() < total && (news || page == 2) && page < MAX_MEMBER_PAGES; page++) {
            int before = byId.size();
            int unused = members(
                    first.newBuilder()
                            .addQueryParameter("page", Integer.toString(page))
                            .build(),
                    byId);
            news = byId.size() > before;
        }
        return List.copyOf(byId.values());
    }

    private int members(HttpUrl first, Map<String, Member> byId) {
        return pages(
                first,
                MAX_MEMBER_PAGES,
                json -> Optional.of(EventReader.member(json)),
                member -> byId.put(member.user().id(), member));
    }

    /**
     * The direct space with somebody, made where there is none yet: {@code GET /spaces/direct/user/{id}}, or
     * {@code …/anonymous/{id}} for a guest.
     */
    public Space direct(String userId, User.Kind kind) {
        HttpUrl url = api("spaces/direct")
                .addPathSegment(kind == User.Kind.ANONYMOUS ? "anonymous" : "user")
                .addPathSegment(Addresses.id(userId))
                .build();
        Answer answer = checked(get(url));
        JsonNode space = answer.body().path("data").path(0);
        String id = Json.text(space, "_id");
        if (id.isEmpty()) {
            throw answer.failure(
                    Kind.REJECTED,
                    "It holds no space: only people of the same company or of a common" + " space can be written to.");
        }
        return new Space(id, Json.text(space, "title"), Space.Kind.DIRECT);
    }

    /** Uploads a file, for a message of that space. */
    public Attachment upload(String spaceId, Upload file) {
        return new FileApi(http, service, this::token).upload(spaceId, file);
    }

    /** Messages of a list may lack the space that they were asked for by. */
    private Optional<SpaceEvent> event(JsonNode json, String spaceId) {
        if (json instanceof ObjectNode object && !object.hasNonNull("topicId")) {
            object.put("topicId", spaceId);
        }
        return EventReader.read(json);
    }

    private <T> List<T> pages(HttpUrl first, int max, Function<JsonNode, Optional<T>> reader) {
        List<T> all = new ArrayList<>();
        int unused = pages(first, max, reader, all::add);
        return all;
    }

    /**
     * Reads a list page by page. What cannot be read is passed over: one bad entry must not hide the others. Returns how many
     * the service says there are, 0 where it does not.
     */
    private <T> int pages(HttpUrl first, int max, Function<JsonNode, Optional<T>> reader, Consumer<T> out) {
        HttpUrl page = first;
        int total = 0;
        for (int count = 0; page != null; count++) {
            if (count == max) {
                log.warn("{} has more than {} pages; the rest is left out", first.encodedPath(), max);
                break;
            }
            JsonNode body = checked(get(page)).body();
            for (JsonNode entry : body.path("data")) {
                read(entry, reader).ifPresent(out);
            }
            total = body.path("total").asInt(0);
            String named = Json.text(body, "nextPageUrl");
            HttpUrl next = Addresses.next(page, named);
            if (next == null && Addresses.namesPage(named)) {
                log.warn("{} goes on at another host, and is read no further", first.encodedPath());
            }
            page = page.equals(next) ? null : next;
        }
        return total;
    }

    private static <T> Optional<T> read(JsonNode entry, Function<JsonNode, Optional<T>> reader) {
        try {
            return reader.apply(entry);
        } catch (MalformedEventException e) {
            log.warn("Passed over an entry of a list: {}: {}", e.getMessage(), Excerpt.of(entry.toString(), EXCERPT));
            return Optional.empty();
        }
    }

    private HttpUrl.Builder api(String path) {
        return Addresses.of(service.apiUrl(), "apiUrl").addPathSegments(path);
    }

    private Answer get(HttpUrl url) {
        Token token = token();
        Request request = new Request.Builder()
                .url(url)
                .header("Authorization", token.authorization())
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .build();
        return http.answer(request, List.of(token.value()));
    }

    private static Answer checked(Answer answer) {
        if (!answer.ok()) {
            throw answer.failure();
        }
        return answer;
    }
}
