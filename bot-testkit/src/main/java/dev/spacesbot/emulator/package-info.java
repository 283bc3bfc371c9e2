/**
 * A local Spaces service: one model of users, spaces, messages and limits, with a front in memory and a front on the wire.
 */
@NullMarked
package dev.spacesbot.emulator;

import org.jspecify.annotations.NullMarked;
