/** Who may use a handler, and how often. */
@NullMarked
package dev.spacesbot.internal.guard;

import org.jspecify.annotations.NullMarked;
