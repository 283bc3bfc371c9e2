package dev.spacesbot.handler;

/**
 * Makes the objects of handler classes: the seam for Spring, Guice or CDI, such as {@code context::getBean} or
 * {@code injector::getInstance}. It has all to itself: what constructors take is then none of the bot's business.
 */
@FunctionalInterface
public interface HandlerFactory {

    /** The object of a class of handlers or interceptors; asked for once. What it throws is told in the report at the start. */
    Object make(Class<?> type);
}
