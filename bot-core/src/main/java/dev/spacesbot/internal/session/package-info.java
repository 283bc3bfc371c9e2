/** Sessions as JSON, kept in a store. */
@NullMarked
package dev.spacesbot.internal.session;

import org.jspecify.annotations.NullMarked;
