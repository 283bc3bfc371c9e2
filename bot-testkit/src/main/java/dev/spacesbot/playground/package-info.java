/** A place to try bots by hand: an emulated service and a conversation in the terminal. */
@NullMarked
package dev.spacesbot.playground;

import org.jspecify.annotations.NullMarked;
