package dev.spacesbot.internal.people;

import dev.spacesbot.event.Member;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.Role;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.internal.time.Timers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the service said of the spaces that somebody asked for. */
public final class RememberedPeople implements People {

    /** The ones asked for last. */
    private static final int MOST_SPACES = 500;

    private final Function<String, List<Member>> service;
    private final Timers timers;
    private final Allowance allowance;
    private final Map<String, Roster> bySpace = new Recent();
    private volatile boolean asked;

    /** {@code service} tells, by a space's id, who is in it. */
    public RememberedPeople(Function<String, List<Member>> service, Timers timers) {
        this.service = service;
        this.timers = timers;
        this.allowance = new Allowance(timers);
    }

    @Override
    public List<Member> in(String spaceId) {
        return List.copyOf(roster(spaceId).members().values());
    }

    @Override
    public Optional<Role> role(String spaceId, String userId) {
        return Optional.ofNullable(roster(spaceId).membersWith(userId).get(userId))
                .map(Member::role);
    }

    /** Whether presence may tell anything new: somebody has asked for something. */
    public boolean wantsPresence() {
        return asked;
    }

    /** Where somebody comes in or writes who is not known, what is known of that space is old. */
    public void heard(SpaceEvent event) {
        boolean news = !(event instanceof Presence presence) || presence.kind() == Presence.Kind.ENTERED;
        Roster roster = asked && news ? known(event.space().id()) : null;
        if (roster != null) {
            roster.heard(event.sender().id());
        }
    }

    private Roster roster(String spaceId) {
        asked = true;
        synchronized (bySpace) {
            return bySpace.computeIfAbsent(spaceId, id -> new Roster(() -> service.apply(id), timers, allowance));
        }
    }

    private @Nullable Roster known(String spaceId) {
        synchronized (bySpace) {
            return bySpace.get(spaceId);
        }
    }

    private static final class Recent extends LinkedHashMap<String, Roster> {

        private static final long serialVersionUID = 1L;
        private static final int CAPACITY = 16;
        private static final float LOAD = 0.75f;

        Recent() {
            super(CAPACITY, LOAD, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Roster> eldest) {
            return size() > MOST_SPACES;
        }
    }
}
