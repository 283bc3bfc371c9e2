/** Who is in a space, and what they may do there: asked of the service, and remembered for a while. */
@NullMarked
package dev.spacesbot.internal.people;

import org.jspecify.annotations.NullMarked;
