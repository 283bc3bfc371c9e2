/** Tests against servers and clients that nobody here wrote: socket.io and socket.io-client from npm. */
@NullMarked
package dev.spacesbot.interop;

import org.jspecify.annotations.NullMarked;
