/** The clock and the timers of a bot, so that a test can put its own in their place. */
@NullMarked
package dev.spacesbot.internal.time;

import org.jspecify.annotations.NullMarked;
