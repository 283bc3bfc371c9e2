package dev.spacesbot.playground;

import dev.spacesbot.cli.PlayRequest;
import dev.spacesbot.cli.Playground;
import dev.spacesbot.config.ConfigFile;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.playground.inspector.Inspector;
import dev.spacesbot.playground.inspector.LogEntries;
import dev.spacesbot.playground.reload.Reloaded;
import dev.spacesbot.playground.reload.Reloading;
import dev.spacesbot.playground.terminal.Completion;
import dev.spacesbot.playground.terminal.Screen;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import picocli.CommandLine;

/**
 * A conversation in the terminal with bots that live on the emulator, which they reach over the wire as they would reach the
 * real service.
 */
public final class TerminalPlayground implements Playground {

    /** For {@link java.util.ServiceLoader}. */
    public TerminalPlayground() {}

    @Override
    public int play(PlayRequest request) throws IOException, InterruptedException {
        List<PlayedBot> bots = new CopyOnWriteArrayList<>();
        Inspector inspector = new Inspector();
        Runnable endOfLog = LogEntries.begin(inspector);
        try (SpacesEmulator emulator = SpacesEmulator.create();
                PlayServer server = PlayServer.open(
                        emulator, bots, inspector, request.page().port())) {
            for (ConfigFile file : request.bots()) {
                bots.add(new PlayedBot(file, request.more(), emulator.user(file.name()), server.service(), inspector));
            }
            tellOfPage(request, server.address());
            Completion completion = new Completion(() -> Conversation.choices(emulator, bots));
            boolean colours = CommandLine.Help.Ansi.AUTO.enabled();
            try (Screen screen = Screen.of(request.in(), request.out(), completion, colours)) {
                Conversation conversation = new Conversation(emulator, bots, screen);
                conversation.begin();
                server.begin();
                Runnable endOfReloading = Reloading.begin(
                        bots.stream().map(PlayedBot::handlers).toList(), reloaded -> show(reloaded, screen, inspector));
                try {
                    talk(conversation, screen);
                } finally {
                    endOfReloading.run();
                }
                bots.forEach(PlayedBot::stop);
            }
        } finally {
            endOfLog.run();
        }
        return 0;
    }

    private static void tellOfPage(PlayRequest request, URI address) {
        if (!Page.complete()) {
            request.out()
                    .println("There is no page in the browser: npm was missing when spacesbot was built."
                            + " With Node.js installed, mvn clean install brings it.");
            return;
        }
        int wanted = request.page().port();
        boolean taken = wanted != 0 && wanted != address.getPort();
        request.out().println("In the browser: " + address + (taken ? " (port " + wanted + " is taken)" : ""));
        if (request.page().open() && !Browser.open(address)) {
            request.out().println("There is nothing here that opens it by itself.");
        }
    }

    private static void talk(Conversation conversation, Screen screen) throws IOException, InterruptedException {
        String line = screen.read(conversation.prompt());
        while (line != null && conversation.take(line)) {
            line = screen.read(conversation.prompt());
        }
    }

    private static void show(Reloaded reloaded, Screen screen, Inspector inspector) {
        screen.show("(" + reloaded.inWords() + ")");
        inspector.tell("reload", reloaded.json());
        inspector.tell("world", Json.object());
    }
}
