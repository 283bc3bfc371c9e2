/** What is kept of the way of messages: which are handled, how far spaces have come, and what is still to be said. */
@NullMarked
package dev.spacesbot.internal.journal;

import org.jspecify.annotations.NullMarked;
