package dev.spacesbot.playground.reload;

import dev.spacesbot.Bot;
import dev.spacesbot.BotBuilder;
import dev.spacesbot.config.BotConfig;
import dev.spacesbot.config.BotConfigException;
import dev.spacesbot.config.ConfigFile;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.handler.HandlerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The handlers of a bot that runs, made again when its classes or its file change. Used by one thread, and asked by any. */
public final class FreshHandlers {

    private final EmulatedUser user;
    private final Bot bot;
    private final BotBuilder builder;
    private final ConfigFile file;
    private final ConfigFile.Account account;
    private final BotConfig started;
    private volatile List<String> packages;
    private volatile Optional<String> report = Optional.empty();

    /** {@code builder} is what {@code bot}, as that user, was made by, of its file for that account. */
    public FreshHandlers(EmulatedUser user, Bot bot, BotBuilder builder, ConfigFile file, ConfigFile.Account account) {
        this.user = user;
        this.bot = bot;
        this.builder = builder;
        this.file = file;
        this.account = account;
        this.started = file.configWith(account, List.of());
        this.packages = started.handlers();
    }

    /** The bot. */
    EmulatedUser user() {
        return user;
    }

    /** The bot's file. */
    ConfigFile file() {
        return file;
    }

    /** What the bot's own main class gives it. */
    List<Object> given() {
        return builder.given();
    }

    /** Whether a class is in the packages of this bot's handlers. */
    boolean has(String className) {
        return packages.stream().anyMatch(each -> className.startsWith(each + "."));
    }

    /** Why it does not have the handlers that it would have now; empty where it has them. */
    public Optional<String> report() {
        return report;
    }

    /**
     * Takes file and handlers as they are now, or leaves everything as it was.
     *
     * @return what is new in the file and counts only after a new start
     * @throws LinkageError where the classes do not fit together, as while a compiler is at work
     */
    List<String> renew(ClassLoader classes) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Packages are scanned through it.
        thread.setContextClassLoader(classes);
        try {
            BotConfig now = file.again().configWith(account, List.of());
            packages = now.handlers();
            bot.replaceHandlers(builder.config(now));
            report = Optional.empty();
            return rest(now);
        } catch (BotConfigException e) {
            report = Optional.of(e.handlers()
                    .map(handlers -> e.getMessage() + "\n" + handlers.getMessage())
                    .orElse(String.valueOf(e.getMessage())));
        } catch (HandlerException e) {
            report = Optional.of(String.valueOf(e.getMessage()));
        } finally {
            thread.setContextClassLoader(before);
        }
        return List.of();
    }

    /** The classes are not what handlers could be made of, and nobody is at work on them. */
    void unfit(String why) {
        report = Optional.of(why);
    }

    private List<String> rest(BotConfig now) {
        List<String> rest = new ArrayList<>();
        if (!now.name().equals(started.name())) {
            rest.add("name");
        }
        if (now.eventsPerMinute() != started.eventsPerMinute()) {
            rest.add("pace");
        }
        if (now.rules().typing() != started.rules().typing()) {
            rest.add("typing");
        }
        if (!now.rules().zone().equals(started.rules().zone())) {
            rest.add("zone");
        }
        return rest;
    }
}
