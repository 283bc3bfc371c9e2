package dev.spacesbot.handler;

import org.jspecify.annotations.Nullable;

/**
 * Stands around handlers: for logging, languages, metrics. Found among the handler classes or given to the builder; those of
 * lower {@link #order()} stand outside.
 */
@FunctionalInterface
public interface Interceptor {

    /**
     * Runs around one handler. Returns what {@link HandlerCall#proceed()} returned, or something else in its place.
     *
     * @throws Exception what the handler threw, or something else in its place
     */
    @Nullable
    Object intercept(HandlerCall call) throws Exception;

    /** Where it stands: the lower, the further outside. */
    default int order() {
        return 0;
    }
}
