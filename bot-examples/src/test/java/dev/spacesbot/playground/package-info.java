/** The playground's page in a real browser, on a real playground with real bots. */
@NullMarked
package dev.spacesbot.playground;

import org.jspecify.annotations.NullMarked;
