package dev.spacesbot.emulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text frame of Engine.IO on its way between a client and the emulator.
 *
 * @param at when, by the emulator's clock
 * @param user whose connection it is; null until the namespace is entered
 * @param fromClient whether the client sent it
 * @param text the whole frame, tokens included
 */
public record WireFrame(Instant at, @Nullable EmulatedUser user, boolean fromClient, String text) {}
