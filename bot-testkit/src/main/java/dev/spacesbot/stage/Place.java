package dev.spacesbot.stage;

import dev.spacesbot.emulator.EmulatedSpace;

/**
 * Where things happen.
 *
 * @param space the space
 * @param line the line of a transcript that leads there
 */
public record Place(EmulatedSpace space, String line) {}
