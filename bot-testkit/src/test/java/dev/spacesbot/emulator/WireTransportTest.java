package dev.spacesbot.emulator;

import dev.spacesbot.config.Auth;
import dev.spacesbot.config.Secret;
import dev.spacesbot.internal.socketio.SocketIoTransport;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.Transport;

/** Over the wire, with the bot's own transport. */
class WireTransportTest extends FilesContract {

    private final EmulatorServer server = emulator.serve(0);

    WireTransportTest() {
        super(Timers.system("test"));
    }

    @Override
    Transport open(String token) {
        return new SocketIoTransport(server.service(), new Auth.Token("jwt", new Secret(token)), clock);
    }
}
