package dev.spacesbot.examples.readme;

import dev.spacesbot.event.Role;
import dev.spacesbot.handler.Allow;
import dev.spacesbot.handler.Limit;
import dev.spacesbot.handler.OnMessage;
import java.time.Duration;
import java.util.Optional;

@Allow(roles = {Role.ADMIN, Role.MEMBER})
final class Deploy {

    enum Env {
        DEV,
        TEST,
        PROD
    }

    @OnMessage(
            value = {"deploy {service} to {env:dev|test|prod} [in {delay}]", "ship {service} to {env:dev|test|prod}"},
            description = "puts a service into an environment",
            example = "deploy web to test in 10m")
    @Limit(value = 5, per = "1m")
    String deploy(String service, Env env, Optional<Duration> delay) {
        return service + " goes to " + env + " in "
                + delay.orElse(Duration.ZERO).toMinutes() + " minutes.";
    }
}
