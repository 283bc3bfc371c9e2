/** How a bot is, told to programs over HTTP. */
@NullMarked
package dev.spacesbot.internal.health;

import org.jspecify.annotations.NullMarked;
