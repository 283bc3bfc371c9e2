package dev.spacesbot.handler;

/** Makes the objects of handler classes: the seam for Spring, Guice or CDI. */
@FunctionalInterface
public interface HandlerFactory {

    /** The object of a handler class; asked for once. What it throws is told in the report at the start. */
    <T> T make(Class<T> type);
}
