package dev.spacesbot.emulator;

/** The client's end of a session, as a front has it. Called by one thread at a time, outside the model's lock. */
interface Peer {

    /** Hands an event to the client. Must not wait for it. */
    void deliver(Emission emission);

    /** The service ends the connection. */
    void end(String reason);
}
