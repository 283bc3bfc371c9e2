package dev.spacesbot.internal.schedule;

import dev.spacesbot.handler.Misfire;

/**
 * A method that runs again and again.
 *
 * @param name its class and method; what it has missed is looked up by it
 * @param rhythm when
 * @param misfire what becomes of a time that passed while the bot was not running
 * @param eachSpace whether it runs once for each joined space, or once
 */
public record TimedHandler(String name, Rhythm rhythm, Misfire misfire, boolean eachSpace) {}
