package dev.spacesbot.internal.dispatch;

import dev.spacesbot.Schedule;
import dev.spacesbot.Session;
import dev.spacesbot.Spaces;
import dev.spacesbot.event.Member;
import dev.spacesbot.event.Role;
import dev.spacesbot.internal.people.People;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Monday morning in the space Lab, with Ann, Bob Lee and Bob Ray in it; nothing else can be done here. */
final class Here implements Context, People, Session {

    private final Map<String, Object> values = new HashMap<>();
    private String step;

    Here(String step) {
        this.step = step;
    }

    @Override
    public Spaces spaces() {
        throw new UnsupportedOperationException();
    }

    @Override
    public People people() {
        return this;
    }

    @Override
    public List<Member> in(String spaceId) {
        return List.of(
                new Member(Events.ANN, Role.ADMIN),
                new Member(Events.person("02", "lee@example.org", "Bob Lee"), Role.MEMBER),
                new Member(Events.person("03", "bobby@example.org", "Bob Ray"), Role.GUEST));
    }

    @Override
    public Optional<Role> role(String spaceId, String userId) {
        return in(spaceId).stream()
                .filter(member -> member.user().id().equals(userId))
                .map(Member::role)
                .findFirst();
    }

    @Override
    public ZonedDateTime now() {
        return ZonedDateTime.parse("2026-01-05T09:00:00Z");
    }

    @Override
    public String step() {
        return step;
    }

    @Override
    public Session session() {
        return this;
    }

    @Override
    public Schedule schedule() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void next(String step) {
        this.step = step;
    }

    @Override
    public void done() {
        step = "";
        values.clear();
    }

    @Override
    public <T> Optional<T> get(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).map(type::cast);
    }

    @Override
    public void put(String name, @Nullable Object value) {
        values.put(name, value);
    }

    @Override
    public void expireAfter(Duration time) {}
}
