/** The one seam between a bot and the service: everything on this side of it is the same in production and in tests. */
@NullMarked
package dev.spacesbot.transport;

import org.jspecify.annotations.NullMarked;
