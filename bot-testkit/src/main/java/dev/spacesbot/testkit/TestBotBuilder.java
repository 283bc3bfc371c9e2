package dev.spacesbot.testkit;

import dev.spacesbot.config.Rules;
import dev.spacesbot.config.SettingsTree;
import dev.spacesbot.emulator.Limits;
import dev.spacesbot.handler.HandlerFactory;
import dev.spacesbot.internal.dispatch.Supplies;
import dev.spacesbot.store.Store;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Describes a {@link TestBot}. */
public final class TestBotBuilder {

    private final List<Object> handlers = new ArrayList<>();
    private final List<String> packages = new ArrayList<>();
    private final List<Object> services = new ArrayList<>();
    private Limits limits = TestBot.defaultLimits();
    private @Nullable HandlerFactory handlerFactory;
    private @Nullable String errorSpace;
    private @Nullable String token;
    private Store store = Store.inMemory();
    private int eventsPerMinute;
    private Duration patience = Duration.ofSeconds(10);
    private Rules rules = Rules.defaults().withZone(ZoneOffset.UTC).withLoopGuard(0);

    TestBotBuilder() {}

    /** Adds handlers and interceptors: objects, or classes to be made into objects. */
    public TestBotBuilder handlers(Object... handlers) {
        this.handlers.addAll(Arrays.asList(handlers));
        return this;
    }

    /** Adds packages to scan for handler classes, as {@code handlers:} in a configuration does. */
    public TestBotBuilder packages(String... packages) {
        this.packages.addAll(Arrays.asList(packages));
        return this;
    }

    /** Adds an object that constructors of handlers may take, by any of its types: a service, or a record of settings. */
    public TestBotBuilder service(Object service) {
        services.add(service);
        return this;
    }

    /** Lets {@code factory} make the objects of handler classes, as {@code Bot.builder().handlerFactory(…)} does. */
    public TestBotBuilder handlerFactory(HandlerFactory factory) {
        this.handlerFactory = factory;
        return this;
    }

    /** Sets the limits of the service; as documented unless set, but for the pace, which has none. */
    public TestBotBuilder limits(Limits limits) {
        this.limits = limits;
        return this;
    }

    /** Keeps sessions and reminders there, so that a second bot goes on where the first one was closed. */
    public TestBotBuilder store(Store store) {
        this.store = store;
        return this;
    }

    /** Sets how many events the bot lets out in a minute; 0, the default, for no limit. */
    public TestBotBuilder eventsPerMinute(int events) {
        this.eventsPerMinute = events;
        return this;
    }

    /** Sets how long handlers may take by the wall clock, before the test fails; 10 seconds unless set. */
    public TestBotBuilder patience(Duration patience) {
        this.patience = patience;
        return this;
    }

    /** Sets how the bot behaves towards people; by default as without a configuration, in the zone UTC, and with no
     * {@link Rules#loopGuard}. */
    public TestBotBuilder rules(Rules rules) {
        this.rules = rules;
        return this;
    }

    /** Lets the details of failures go to the group space of this title, as {@code errors.space} in a configuration does. */
    public TestBotBuilder errorSpace(String title) {
        this.errorSpace = title;
        return this;
    }

    /** Gives the bot this token, which cannot be renewed and may be wrong; unless set, it has one that can be renewed. */
    public TestBotBuilder token(String token) {
        this.token = token;
        return this;
    }

    /**
     * Makes the bot and connects it.
     *
     * @throws dev.spacesbot.handler.HandlerException with everything that is wrong with the handlers
     */
    public TestBot build() {
        return new TestBot(this);
    }

    List<Object> handlers() {
        return handlers;
    }

    List<String> packages() {
        return packages;
    }

    Supplies supplies() {
        return new Supplies(services, SettingsTree.none(), handlerFactory);
    }

    Limits limits() {
        return limits;
    }

    Store store() {
        return store;
    }

    @Nullable
    String token() {
        return token;
    }

    int eventsPerMinute() {
        return eventsPerMinute;
    }

    Duration patience() {
        return patience;
    }

    ZoneId zone() {
        return rules.zone();
    }

    /** The rules, with the id of the space for errors in the place of its title. */
    Rules rules(UnaryOperator<String> idOfSpace) {
        return errorSpace == null ? rules : rules.withErrorSpace(idOfSpace.apply(errorSpace));
    }
}
