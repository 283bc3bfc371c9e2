package dev.spacesbot.internal.jdbc;

/**
 * A database that is open.
 *
 * @param pool its connections
 * @param claim that nobody else has the part of the bot
 * @param writer connected
 */
record Opened(Pool pool, Claim claim, Writer writer) {

    void close() {
        pool.close();
        claim.close();
    }
}
