package dev.spacesbot.cli;

import dev.spacesbot.BotBuilder;
import dev.spacesbot.config.ConfigFile;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;

/**
 * What to play with. The files and their handlers are checked already, but for what {@link ConfigFile#configWith} leaves
 * out.
 *
 * @param bots one file for each bot, at least one
 * @param more what the builder of each bot gets besides its file
 * @param in what the person types; ends where it is a pipe
 * @param out what the person reads; the log goes elsewhere
 * @param verbose whether the log shows every frame
 * @param page where a browser finds the playground
 */
public record PlayRequest(
        List<ConfigFile> bots, Consumer<BotBuilder> more, InputStream in, PrintStream out, boolean verbose, Page page) {

    /**
     * Where a browser finds the playground.
     *
     * @param port the first port to try on this machine's loopback; 0 stands for any
     * @param open whether to open it in the browser
     */
    public record Page(int port, boolean open) {}
}
