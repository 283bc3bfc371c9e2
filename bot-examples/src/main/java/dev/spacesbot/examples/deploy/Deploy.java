package dev.spacesbot.examples.deploy;

import dev.spacesbot.Session;
import dev.spacesbot.event.Role;
import dev.spacesbot.handler.Allow;
import dev.spacesbot.handler.Limit;
import dev.spacesbot.handler.OnError;
import dev.spacesbot.handler.OnMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A bot that does risky things: who may, how often, and are you sure.
 *
 * <ul>
 *   <li>{@code deploy shop 1.4 to test}: members may, guests may not ({@link Allow}), and a space may five times in ten
 *       minutes ({@link Limit}); the template says which words fit for {@code {env}};
 *   <li>{@code deploy shop 1.4 to prod} asks first. The answer is a step of a conversation: {@code yes} and {@code no} mean
 *       something {@code during} it alone, to whoever was asked, for five minutes; {@code cancel} always leaves;
 *   <li>{@code roll back shop on prod} is for admins: what stands on a method counts more than what stands on its class;
 *   <li>{@code running shop} tells what is where, {@code running shop on prod} on one of them;
 *   <li>where the platform will not, {@link OnError} says so in its words.
 * </ul>
 *
 * The platform and the settings come through the constructor. Whoever runs the bot can put other rules in place of the
 * annotations', under {@code commands} in the configuration.
 */
@Allow(roles = {Role.ADMIN, Role.MEMBER})
final class Deploy {

    private static final String CONFIRM = "confirm";
    private static final String RELEASE = "release";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Platform platform;
    private final DeploySettings settings;

    Deploy(Platform platform, DeploySettings settings) {
        this.platform = platform;
        this.settings = settings;
    }

    @OnMessage(
            value = "deploy {service} {version} to {env:dev|test|prod}",
            description = "makes a version of a service run",
            example = "deploy shop 1.4 to test")
    @Limit(value = 5, per = "10m", by = Limit.By.SPACE)
    String deploy(String service, String version, String env, Session session) {
        if (!settings.services().contains(service)) {
            return "I can deploy " + String.join(", ", settings.services()) + ".";
        }
        Release release = new Release(service, version, env);
        if (!settings.confirm().contains(env)) {
            return deploy(release);
        }
        session.put(RELEASE, release);
        session.expireAfter(PATIENCE);
        session.next(CONFIRM);
        return "Are you sure? Say yes to deploy " + release + ", or no.";
    }

    @OnMessage(value = "yes", during = CONFIRM)
    String confirmed(Session session) {
        Release release = session.get(RELEASE, Release.class).orElseThrow();
        session.done();
        return deploy(release);
    }

    @OnMessage(value = "no", during = CONFIRM)
    String declined(Session session) {
        session.done();
        return "Then all stays as it is.";
    }

    @OnMessage(during = CONFIRM)
    String unclear() {
        return "Yes or no?";
    }

    @OnMessage(
            value = "roll back {service} on {env:dev|test|prod}",
            description = "makes the version before run again",
            example = "roll back shop on prod")
    @Allow(roles = Role.ADMIN)
    String rollBack(String service, String env) {
        return env + " runs " + service + " " + platform.rollBack(service, env) + " again.";
    }

    @OnMessage(value = "running {service} [on {env:dev|test|prod}]", description = "tells which versions run")
    String running(String service, Optional<String> env) {
        return env.map(List::of).orElse(List.of("dev", "test", "prod")).stream()
                .map(each -> each + ": " + platform.version(service, each).orElse("nothing"))
                .collect(Collectors.joining("\n"));
    }

    @OnError(PlatformException.class)
    String failed(PlatformException e) {
        return "That did not work. " + e.getMessage();
    }

    private String deploy(Release release) {
        platform.deploy(release);
        return "Deployed: " + release + ".";
    }
}
