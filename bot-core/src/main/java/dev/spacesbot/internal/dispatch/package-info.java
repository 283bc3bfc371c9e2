/** From an event to the handler method that answers it. */
@NullMarked
package dev.spacesbot.internal.dispatch;

import org.jspecify.annotations.NullMarked;
