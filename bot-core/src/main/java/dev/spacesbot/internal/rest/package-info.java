/** The REST half of the transport to the real service, and the tokens. */
@NullMarked
package dev.spacesbot.internal.rest;

import org.jspecify.annotations.NullMarked;
