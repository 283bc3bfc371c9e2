package dev.spacesbot.config;

import dev.spacesbot.event.SpaceRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A bot's configuration, complete and valid.
 *
 * @param name the bot's name, for logs and thread names
 * @param handlers the packages to scan for handler classes
 * @param spaces the spaces to join; empty where {@code allSpaces}
 * @param allSpaces whether to join every space of the account
 * @param auth how the bot proves who it is
 * @param service where the service is
 * @param eventsPerMinute how many events may go out in a minute; 0 for no limit
 * @param settings the author's own section; values as YAML has them
 */
public record BotConfig(
        String name,
        List<String> handlers,
        List<SpaceRef> spaces,
        boolean allSpaces,
        Auth auth,
        Service service,
        int eventsPerMinute,
        Map<String, Object> settings) {

    /** What the service allows, as its documentation says in prose. */
    public static final int DEFAULT_EVENTS_PER_MINUTE = 200;

    /**
     * Reads a bot's YAML file.
     *
     * @param environment what <code>${NAME}</code> in the file stands for
     * @throws BotConfigException with everything that is wrong, in one report
     */
    public static BotConfig read(Path file, Map<String, String> environment) {
        return ConfigFile.open(file, environment).config();
    }

    /** Everything but secrets: of {@code settings} the keys alone, as an author may keep keys of other services there. */
    @Override
    public String toString() {
        return "BotConfig[name=" + name + ", handlers=" + handlers + ", spaces=" + (allSpaces ? "all" : spaces)
                + ", auth=" + auth + ", service=" + service + ", eventsPerMinute=" + eventsPerMinute + ", settings="
                + settings.keySet() + "]";
    }
}
