/** The path of a message: intake, lanes, outbox, and the supervisor that keeps the connection. */
@NullMarked
package dev.spacesbot.internal.runtime;

import org.jspecify.annotations.NullMarked;
