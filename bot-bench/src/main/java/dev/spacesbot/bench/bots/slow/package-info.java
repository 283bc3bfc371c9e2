/** A bot whose handler waits for something. */
@NullMarked
package dev.spacesbot.bench.bots.slow;

import org.jspecify.annotations.NullMarked;
