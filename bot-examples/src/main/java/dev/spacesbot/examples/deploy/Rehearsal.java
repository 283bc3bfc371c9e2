package dev.spacesbot.examples.deploy;

import dev.spacesbot.handler.OnStart;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A platform that only remembers what it is told. Spaces are handled side by side and share it, so it is locked.
 *
 * <p>It handles a moment of the bot's life, so it is found among the handlers, and {@link Deploy} gets it in its constructor. A
 * service without handlers is given to the bot: {@code Bot.builder().service(platform)}.
 */
final class Rehearsal implements Platform {

    private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);

    private final Map<String, Deque<String>> versions = new HashMap<>();

    @OnStart
    void warn() {
        log.info("This is a rehearsal: nothing is deployed anywhere");
    }

    @Override
    public synchronized void deploy(Release release) {
        Deque<String> before = versions(release.service(), release.env());
        if (release.version().equals(before.peek())) {
            throw new PlatformException(
                    release.service() + " " + release.version() + " is on " + release.env() + " already.");
        }
        before.push(release.version());
    }

    @Override
    public synchronized String rollBack(String service, String env) {
        Deque<String> before = versions(service, env);
        if (before.size() < 2) {
            throw new PlatformException("There is nothing to go back to on " + env + ".");
        }
        before.pop();
        return before.getFirst();
    }

    @Override
    public synchronized Optional<String> version(String service, String env) {
        return Optional.ofNullable(versions(service, env).peek());
    }

    private Deque<String> versions(String service, String env) {
        return versions.computeIfAbsent(service + " on " + env, key -> new ArrayDeque<>());
    }
}
