package dev.spacesbot.internal.dispatch;

import dev.spacesbot.internal.declare.Declaration.OfTimes;

/**
 * A handler that runs at times.
 *
 * @param name class and method
 * @param times when
 * @param eachSpace whether it runs for each space that is joined; else once, for none
 * @param invocation what to run
 */
public record TimedHandler(String name, OfTimes times, boolean eachSpace, Invocation invocation) {}
