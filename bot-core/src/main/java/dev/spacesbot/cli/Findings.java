package dev.spacesbot.cli;

import dev.spacesbot.Bot;
import dev.spacesbot.BotBuilder;
import dev.spacesbot.config.BotConfigException;
import dev.spacesbot.config.ConfigFile;
import dev.spacesbot.config.Problem;
import dev.spacesbot.handler.HandlerException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What can be found out about a bot without connecting: whether its file and its handlers are right. */
final class Findings {

    private final List<String> reports = new ArrayList<>();
    private int handlers;

    /** {@code reading} reads as much of the file as is to be looked at; {@code more} gives the builder what else there is. */
    Findings(ConfigFile file, Consumer<ConfigFile> reading, Consumer<BotBuilder> more) {
        List<Problem> ofFile = new ArrayList<>();
        try {
            reading.accept(file);
        } catch (BotConfigException e) {
            ofFile.addAll(e.problems());
        }
        List<HandlerException> ofHandlers = new ArrayList<>();
        if (!file.handlers().isEmpty()) {
            BotBuilder builder = Bot.builder();
            more.accept(builder);
            readHandlers(builder, file, ofFile, ofHandlers);
        }
        if (!ofFile.isEmpty()) {
            reports.add(file.settings().exception(ofFile).getMessage());
        }
        ofHandlers.forEach(wrong -> reports.add(String.valueOf(wrong.getMessage())));
    }

    private void readHandlers(
            BotBuilder builder, ConfigFile file, List<Problem> ofFile, List<HandlerException> ofHandlers) {
        try {
            handlers = builder.check(file);
        } catch (HandlerException e) {
            ofHandlers.add(e);
        } catch (BotConfigException e) {
            ofFile.addAll(e.problems());
            e.handlers().ifPresent(ofHandlers::add);
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
