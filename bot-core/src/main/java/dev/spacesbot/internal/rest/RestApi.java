package dev.spacesbot.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.config.Auth;
import dev.spacesbot.config.Service;
import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Member;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.rest.Pages.Bound;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.internal.wire.EventReader;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.TransportException.Kind;
import dev.spacesbot.transport.Upload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The REST calls that a bot needs, and the tokens that go with them. Calls block, are made once, and throw
 * {@link TransportException} where the service did not do what was asked. Safe for use by several threads.
 */
public final class RestApi {

    private static final String PAGE_SIZE = "50";

    /** 20,000 spaces. */
    private static final int MAX_SPACE_PAGES = 400;

    /** 20,000 people. */
    private static final int MAX_MEMBER_PAGES = 400;

    private final Http http;
    private final Service service;
    private final Tokens tokens;
    private final Pages pages;
    private final Past past;

    /** For the account of {@code auth}; nothing is asked yet. */
    public RestApi(Http http, Service service, Auth auth, Timers timers) {
        this(http, service, auth, timers, RefreshTokens.inMemory());
    }

    /** The same, with refresh tokens that outlive the process. */
    public RestApi(Http http, Service service, Auth auth, Timers timers, RefreshTokens kept) {
        this.http = http;
        this.service = service;
        this.tokens = Tokens.of(auth, service, http, timers, kept);
        this.pages = new Pages(this::get, http::pause);
        this.past = new Past(pages, service);
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
        List<Space> all = new ArrayList<>();
        int unused =
                pages.read(first, Bound.upTo(MAX_SPACE_PAGES), json -> Optional.of(EventReader.space(json)), all::add);
        return all;
    }

    /**
     * What was written or changed in a space at or after {@code since}, oldest first: {@code GET /spaces/{id}/messages/query}.
     */
    public List<SpaceEvent> history(String spaceId, Instant since) {
        return past.of(spaceId, since);
    }

    /** What was written or changed in any of these spaces at or after {@code since}, oldest change first. */
    public List<SpaceEvent> changes(Collection<String> spaceIds, Instant since) {
        return past.of(spaceIds, since);
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
        return pages.read(
                first,
                Bound.upTo(MAX_MEMBER_PAGES),
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
