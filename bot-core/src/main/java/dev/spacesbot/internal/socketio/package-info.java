/** The live half of the transport to the real service; the only package that knows Socket.IO. */
@NullMarked
package dev.spacesbot.internal.socketio;

import org.jspecify.annotations.NullMarked;
