package dev.spacesbot.examples.readme;

import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.Settings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

final class Builds {

    @Settings("builds")
    record BuildSettings(URI server, Duration timeout, Optional<String> branch) {}

    private final BuildSettings settings;
    private final Clock clock;

    Builds(BuildSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @OnMessage("build")
    String build() {
        String branch = settings.branch().orElse("main");
        return clock.instant() + ": asked " + settings.server().getHost() + " to build " + branch + ".";
    }
}
