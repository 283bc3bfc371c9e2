package dev.spacesbot.cli;

import dev.spacesbot.config.ConfigFile;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.transport.Transport;

/** Opens the way to the service; a test opens one to its own. */
interface Transports {

    Transport open(ConfigFile.Account account, Timers timers);
}
