/** The JSON of the service, read into events and written from replies. */
@NullMarked
package dev.spacesbot.internal.wire;

import org.jspecify.annotations.NullMarked;
