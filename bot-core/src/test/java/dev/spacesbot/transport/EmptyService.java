package dev.spacesbot.transport;

import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Member;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service with nothing in it: no spaces, no history, nobody, and tokens that cannot be renewed. */
public abstract class EmptyService implements Transport {

    @Override
    public boolean renewToken() {
        return false;
    }

    @Override
    public @Nullable Instant renewAt() {
        return null;
    }

    @Override
    public List<Space> spaces() {
        return List.of();
    }

    @Override
    public List<SpaceEvent> history(String spaceId, Instant since) {
        return List.of();
    }

    @Override
    public List<Member> members(String spaceId) {
        return List.of();
    }

    @Override
    public Attachment upload(String spaceId, Upload file) {
        throw new TransportException(TransportException.Kind.REJECTED, "There are no files here");
    }

    @Override
    public Space direct(String userId) {
        throw new TransportException(TransportException.Kind.REJECTED, "There are no direct spaces here");
    }

    @Override
    public void close() {}
}
