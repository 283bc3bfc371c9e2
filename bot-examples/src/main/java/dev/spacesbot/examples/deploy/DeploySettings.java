package dev.spacesbot.examples.deploy;

import dev.spacesbot.handler.Settings;
import java.util.List;

/**
 * What stands under {@code settings: deploy:} in the configuration.
 *
 * @param services what can be deployed
 * @param confirm where nothing is changed before somebody has said yes
 */
@Settings("deploy")
record DeploySettings(List<String> services, List<String> confirm) {}
