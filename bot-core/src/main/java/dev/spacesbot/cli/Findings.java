package dev.spacesbot.cli;

import dev.spacesbot.config.BotConfigException;
import dev.spacesbot.config.ConfigFile;
import dev.spacesbot.config.Rules;
import dev.spacesbot.handler.HandlerException;
import dev.spacesbot.internal.dispatch.Handlers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What can be found out about a bot without connecting: whether its file and its handlers are right. */
final class Findings {

    private final List<String> reports = new ArrayList<>();
    private int handlers;

    /** {@code reading} reads as much of the file as is to be looked at. */
    Findings(ConfigFile file, Consumer<ConfigFile> reading) {
        try {
            reading.accept(file);
        } catch (BotConfigException e) {
            reports.add(e.getMessage());
        }
        List<String> packages = file.handlers();
        if (!packages.isEmpty()) {
            readHandlers(packages);
        }
    }

    private void readHandlers(List<String> packages) {
        try {
            handlers = new Handlers(List.of(), packages, List.of())
                    .router(Rules.defaults())
                    .size();
        } catch (HandlerException e) {
            reports.add(String.valueOf(e.getMessage()));
        }
    }

    /** One about the file, one about the handlers, or fewer. */
    List<String> reports() {
        return List.copyOf(reports);
    }

    /** How many methods handle something. */
    int handlers() {
        return handlers;
    }
}
