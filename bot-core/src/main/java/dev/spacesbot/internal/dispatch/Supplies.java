package dev.spacesbot.internal.dispatch;

import dev.spacesbot.config.SettingsTree;
import dev.spacesbot.handler.HandlerFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of handler classes are made from.
 *
 * @param services objects that constructors may take, by type
 * @param settings what records marked with {@link dev.spacesbot.handler.Settings} are read from
 * @param factory makes every object instead, or null
 */
public record Supplies(
        List<Object> services,
        SettingsTree settings,
        @Nullable HandlerFactory factory) {

    /** These services alone. */
    public static Supplies of(List<Object> services) {
        return new Supplies(services, SettingsTree.none(), null);
    }

    /** The same with this clock for constructors that take one, unless there is another already. */
    public Supplies withClock(Clock clock) {
        if (services.stream().anyMatch(Clock.class::isInstance)) {
            return this;
        }
        List<Object> all = new ArrayList<>(services);
        all.add(clock);
        return new Supplies(List.copyOf(all), settings, factory);
    }
}
