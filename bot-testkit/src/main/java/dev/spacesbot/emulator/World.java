package dev.spacesbot.emulator;

import dev.spacesbot.internal.time.Timers;

/** The parts of the model, in the hands of whatever works on several of them. */
record World(
        Turns turns,
        Timers timers,
        Ids ids,
        Accounts accounts,
        SpaceBook spaces,
        MessageLog messages,
        FileStore files,
        Sockets sockets,
        Faults faults,
        RestPace restPace) {

    static World of(SpacesEmulator emulator, EmulatorOptions options, Timers timers) {
        Turns turns = new Turns();
        Ids ids = new Ids();
        Accounts accounts = new Accounts(emulator, ids, timers);
        Sockets sockets = new Sockets(options, turns, timers, ids);
        FileStore files = new FileStore(ids, options.limits());
        return new World(
                turns,
                timers,
                ids,
                accounts,
                new SpaceBook(emulator, ids, timers),
                new MessageLog(ids, files),
                files,
                sockets,
                new Faults(turns, accounts, sockets),
                new RestPace(options.limits(), timers));
    }
}
