package dev.spacesbot.config;

import dev.spacesbot.event.Role;
import dev.spacesbot.handler.Addressed;
import dev.spacesbot.handler.Limit;
import dev.spacesbot.internal.text.Wildcards;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a bot behaves towards people.
 *
 * @param addressed to whom a message must be said for handlers that leave it to the configuration; never
 *     {@link Addressed#AS_CONFIGURED}
 * @param help whether the bot answers {@code help} with its commands
 * @param typing whether people see that it is typing while a handler takes its time
 * @param zone the zone of times that name none
 * @param errorSpace the id of the space that hears the details of failures, or null for the log alone
 * @param catchUp how much of what it missed it answers
 * @param loopGuard how many answers to one sender in one space within a minute are too many, as only a bot that answers the
 *     bot reaches them; 0 for no limit
 * @param commands who may use which commands, and how often; the first pattern that fits counts
 */
public record Rules(
        Addressed addressed,
        boolean help,
        boolean typing,
        ZoneId zone,
        @Nullable String errorSpace,
        CatchUpRules catchUp,
        int loopGuard,
        List<ForCommands> commands) {

    /** A person hardly gets an answer every other second for a whole minute; two bots that answer each other soon do. */
    public static final int DEFAULT_LOOP_GUARD = 30;

    /** What counts where a configuration says nothing, in the system's zone. */
    public static Rules defaults() {
        return new Rules(
                Addressed.ANY,
                true,
                true,
                ZoneId.systemDefault(),
                null,
                CatchUpRules.defaults(),
                DEFAULT_LOOP_GUARD,
                List.of());
    }

    /** Copies the list. */
    public Rules {
        commands = List.copyOf(commands);
    }

    /** The same with these rules for commands. */
    public Rules withCommands(ForCommands... commands) {
        return new Rules(addressed, help, typing, zone, errorSpace, catchUp, loopGuard, List.of(commands));
    }

    /** The same in another zone. */
    public Rules withZone(ZoneId zone) {
        return new Rules(addressed, help, typing, zone, errorSpace, catchUp, loopGuard, commands);
    }

    /** The same for messages that are said to the bot alone, or to whom handlers say. */
    public Rules withAddressed(Addressed addressed) {
        return new Rules(addressed, help, typing, zone, errorSpace, catchUp, loopGuard, commands);
    }

    /** The same with, or without, an answer to {@code help}. */
    public Rules withHelp(boolean help) {
        return new Rules(addressed, help, typing, zone, errorSpace, catchUp, loopGuard, commands);
    }

    /** The same with the details of failures in this space, or in none. */
    public Rules withErrorSpace(@Nullable String spaceId) {
        return new Rules(addressed, help, typing, zone, spaceId, catchUp, loopGuard, commands);
    }

    /** The same, answering so much of what it missed. */
    public Rules withCatchUp(CatchUpRules catchUp) {
        return new Rules(addressed, help, typing, zone, errorSpace, catchUp, loopGuard, commands);
    }

    /** The same with so many answers to one sender in one space within a minute; 0 for no limit. */
    public Rules withLoopGuard(int answers) {
        return new Rules(addressed, help, typing, zone, errorSpace, catchUp, answers, commands);
    }

    /** Who may use a command, by the first pattern that fits and says so; empty where the handler's own rule counts. */
    public Optional<Access> access(String command) {
        return commands.stream()
                .filter(rule -> rule.fits(command))
                .map(ForCommands::access)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** How often, likewise. */
    public Optional<Quota> quota(String command) {
        return commands.stream()
                .filter(rule -> rule.fits(command))
                .map(ForCommands::quota)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * A rule for commands.
     *
     * @param names a pattern for their names, in any case: {@code *} stands for any letters or none, {@code ?} for one
     * @param access who may, or null where the handlers' own rules count
     * @param quota how often, or null where the handlers' own rules count
     */
    public record ForCommands(
            String names, @Nullable Access access, @Nullable Quota quota) {

        /** Whether the pattern fits the name of a command. */
        public boolean fits(String command) {
            return Wildcards.fit(names, command);
        }
    }

    /**
     * Who may: whoever is one of the users or has one of the roles, in one of the spaces. What is empty asks for nothing.
     *
     * @param users ids, or user names, in lower case
     * @param roles roles in the space that a message comes from
     * @param spaces ids of spaces, in lower case
     */
    public record Access(Set<String> users, Set<Role> roles, Set<String> spaces) {

        /** Copies the sets. */
        public Access {
            users = lower(users);
            roles = Set.copyOf(roles);
            spaces = lower(spaces);
        }

        private static Set<String> lower(Set<String> words) {
            return words.stream()
                    .map(word -> word.strip().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * How often.
     *
     * @param value how many times, at least 1
     * @param per in what time; longer than nothing
     * @param by whose uses are counted together
     */
    public record Quota(int value, Duration per, Limit.By by) {}
}
