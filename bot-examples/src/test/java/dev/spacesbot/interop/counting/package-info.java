/** The bot of the tests that kill it. */
@NullMarked
package dev.spacesbot.interop.counting;

import org.jspecify.annotations.NullMarked;
