package dev.spacesbot.config;

import dev.spacesbot.event.SpaceRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
 * @param rules how it behaves towards people
 * @param store where it keeps what must outlive its process
 * @param http where it tells programs how it is; null where it does not
 * @param settings the author's own section
 */
public record BotConfig(
        String name,
        List<String> handlers,
        List<SpaceRef> spaces,
        boolean allSpaces,
        Auth auth,
        Service service,
        int eventsPerMinute,
        Rules rules,
        Storage store,
        @Nullable HttpAddress http,
        SettingsTree settings) {

    /** What the service allows, as its documentation says in prose. */
    public static final int DEFAULT_EVENTS_PER_MINUTE = 200;

    /** A bot without a file, and so far without handlers, spaces, settings and a store; the rest is as usual. */
    public static BotConfig of(String name, Auth auth, Service service) {
        return new BotConfig(
                name,
                List.of(),
                List.of(),
                false,
                auth,
                service,
                DEFAULT_EVENTS_PER_MINUTE,
                Rules.defaults(),
                Storage.memory(),
                null,
                SettingsTree.none());
    }

    /** The same with these spaces to join as well. */
    public BotConfig withSpaces(List<SpaceRef> more) {
        List<SpaceRef> all = Stream.concat(spaces.stream(), more.stream()).toList();
        return new BotConfig(
                name, handlers, all, allSpaces, auth, service, eventsPerMinute, rules, store, http, settings);
    }

    /** The same at another pace; 0 for no limit. */
    public BotConfig withEventsPerMinute(int events) {
        return new BotConfig(name, handlers, spaces, allSpaces, auth, service, events, rules, store, http, settings);
    }

    /** The same with other rules. */
    public BotConfig withRules(Rules other) {
        return new BotConfig(
                name, handlers, spaces, allSpaces, auth, service, eventsPerMinute, other, store, http, settings);
    }

    /** The same with another store. */
    public BotConfig withStore(Storage other) {
        return new BotConfig(
                name, handlers, spaces, allSpaces, auth, service, eventsPerMinute, rules, other, http, settings);
    }

    /** The same, telling programs how it is there; null for nowhere. */
    public BotConfig withHttp(@Nullable HttpAddress other) {
        return new BotConfig(
                name, handlers, spaces, allSpaces, auth, service, eventsPerMinute, rules, store, other, settings);
    }

    /**
     * Reads a bot's YAML file.
     *
     * @param environment what <code>${NAME}</code> in the file stands for
     * @throws BotConfigException with everything that is wrong, in one report
     */
    public static BotConfig read(Path file, Map<String, String> environment) {
        return ConfigFile.open(file, environment).config();
    }

    /** A text of somebody else, such as that of an exception, with {@code ***} in place of every secret that this knows. */
    public String masked(String text) {
        String masked = settings.masked(auth.masked(store.masked(text)));
        for (SpaceRef space : spaces) {
            masked = space.withoutPassword(masked);
        }
        return masked;
    }

    /** Everything but secrets: of {@code settings} the keys alone, as an author may keep keys of other services there. */
    @Override
    public String toString() {
        return "BotConfig[name=" + name + ", handlers=" + handlers + ", spaces=" + (allSpaces ? "all" : spaces)
                + ", auth=" + auth + ", service=" + service + ", eventsPerMinute=" + eventsPerMinute + ", rules="
                + rules
                + ", store=" + store + ", http=" + http + ", settings=" + settings + "]";
    }
}
