package dev.spacesbot;

import dev.spacesbot.config.Auth;
import dev.spacesbot.config.BotConfig;
import dev.spacesbot.config.ConfigFile;
import dev.spacesbot.config.Rules;
import dev.spacesbot.config.Secret;
import dev.spacesbot.config.Service;
import dev.spacesbot.config.SettingsTree;
import dev.spacesbot.event.SpaceRef;
import dev.spacesbot.handler.HandlerFactory;
import dev.spacesbot.internal.dispatch.Handlers;
import dev.spacesbot.internal.dispatch.Router;
import dev.spacesbot.internal.dispatch.Supplies;
import dev.spacesbot.internal.runtime.Observer;
import dev.spacesbot.store.Store;
import dev.spacesbot.transport.Transport;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Describes a {@link Bot}: from a configuration, in code, or both. */
public final class BotBuilder {

    private final List<Object> handlers = new ArrayList<>();
    private final List<Object> services = new ArrayList<>();
    private final List<SpaceRef> spaces = new ArrayList<>();
    private @Nullable BotConfig config;
    private @Nullable Transport transport;
    private @Nullable HandlerFactory handlerFactory;
    private Observer observer = Observer.NONE;
    private @Nullable Store store;

    BotBuilder() {}

    /** Takes everything that the configuration says. */
    public BotBuilder config(BotConfig config) {
        this.config = config;
        return this;
    }

    /** Adds handlers and interceptors: objects, or classes to be made into objects. */
    public BotBuilder handlers(Object... handlers) {
        this.handlers.addAll(Arrays.asList(handlers));
        return this;
    }

    /** Adds an object that constructors of handlers may take, by any of its types. */
    public BotBuilder service(Object service) {
        services.add(service);
        return this;
    }

    /** Lets {@code factory} make the objects of handler classes, instead of the bot; services and settings are then its own. */
    public BotBuilder handlerFactory(HandlerFactory factory) {
        this.handlerFactory = factory;
        return this;
    }

    /** Adds open spaces to join. */
    public BotBuilder spaces(String... spaceIds) {
        Arrays.stream(spaceIds).map(SpaceRef::open).forEach(spaces::add);
        return this;
    }

    /** Takes another way to the service than Socket.IO and REST; then the configuration needs no valid token. */
    public BotBuilder transport(Transport transport) {
        this.transport = transport;
        return this;
    }

    /**
     * Keeps there what must outlive the process, whatever the configuration says of a store. Whoever gives it closes it, after the
     * bot. Without it the bot opens what the configuration names when it starts, and closes it when it stops. Where a store is
     * {@link Store#lasting}, the bot keeps there what it has handled and said as well, and catches up after a stop or a crash.
     */
    public BotBuilder store(Store store) {
        this.store = store;
        return this;
    }

    /** Tells {@code observer} what becomes of events. */
    public BotBuilder observer(Observer observer) {
        this.observer = observer;
        return this;
    }

    /** What it was given besides a configuration and a way to the service: handlers, services, and a factory of handlers. */
    public List<Object> given() {
        return Stream.of(handlers.stream(), services.stream(), Stream.ofNullable(handlerFactory))
                .<Object>flatMap(some -> some)
                .toList();
    }

    /**
     * Makes the bot. It does not connect before {@link Bot#start()}.
     *
     * @throws dev.spacesbot.handler.HandlerException with everything that is wrong with the handlers
     * @throws dev.spacesbot.config.BotConfigException with everything that is wrong with the settings that they take
     */
    public Bot build() {
        return new Bot(complete(), router(), transport, observer, store);
    }

    /**
     * Makes the handlers alone, of this builder and of a file whose other parts may be wrong.
     *
     * @return how many methods handle something
     * @throws dev.spacesbot.handler.HandlerException with everything that is wrong with the handlers
     * @throws dev.spacesbot.config.BotConfigException with everything that is wrong with the settings that they take
     */
    public int check(ConfigFile file) {
        return router(file.handlers(), file.settings(), file.rules()).size();
    }

    /** The handlers, ready for use. */
    Router router() {
        BotConfig complete = complete();
        return router(complete.handlers(), complete.settings(), complete.rules());
    }

    private Router router(List<String> packages, SettingsTree settings, Rules rules) {
        Supplies supplies = new Supplies(services, settings, handlerFactory).withClock(Clock.system(rules.zone()));
        return new Handlers(handlers, packages, supplies).router(rules);
    }

    private BotConfig complete() {
        BotConfig given = config;
        if (given == null) {
            if (transport == null) {
                throw new IllegalStateException(
                        "A bot needs a way to the service: give the builder a config or a transport");
            }
            given = BotConfig.of("bot", new Auth.Token("jwt", new Secret("")), Service.production());
        }
        return given.withSpaces(spaces);
    }
}
