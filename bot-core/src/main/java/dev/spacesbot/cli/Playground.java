package dev.spacesbot.cli;

/**
 * Lets people talk to bots without an account: what the command {@code play} starts. The testkit brings one, found by
 * {@link java.util.ServiceLoader}.
 */
public interface Playground {

    /**
     * Plays until the input ends or somebody quits.
     *
     * @return the exit code of the process; 0 where all went well
     * @throws dev.spacesbot.config.BotConfigException where a file turns out to be wrong
     * @throws dev.spacesbot.handler.HandlerException where handlers turn out to be wrong
     */
    int play(PlayRequest request) throws Exception;
}
