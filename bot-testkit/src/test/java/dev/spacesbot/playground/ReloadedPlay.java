package dev.spacesbot.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.BotBuilder;
import dev.spacesbot.config.ConfigFile;
import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.EmulatorServer;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.event.Role;
import dev.spacesbot.playground.inspector.Inspector;
import dev.spacesbot.playground.reload.FreshHandlers;
import dev.spacesbot.playground.reload.Reloading;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Bots of an author's class path in a playground, and Ann, who talks to them while they are changed. */
public final class ReloadedPlay implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What a server says first on each connection. */
    private static final String OPENED = "0{";

    private final SpacesEmulator emulator = SpacesEmulator.create();
    private final EmulatorServer server = emulator.serve(0);
    private final EmulatedUser ann = emulator.user("Ann");
    private final EmulatedSpace lab = emulator.space("Lab").add(ann, Role.ADMIN);
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final List<PlayedBot> bots = new ArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final ClassLoader classPath;
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private Runnable endOfReloading = () -> {};

    public ReloadedPlay(ClassLoader classPath) {
        this.classPath = classPath;
        server.onFrame(frame -> {
            if (!frame.fromClient() && frame.text().startsWith(OPENED)) {
                connections.incrementAndGet();
            }
        });
        Thread.currentThread().setContextClassLoader(classPath);
    }

    public ClassLoader classPath() {
        return classPath;
    }

    public void begin(Path... files) {
        begin(builder -> {}, files);
    }

    /** With what a main class of their own gives. */
    public void begin(Consumer<BotBuilder> more, Path... files) {
        Arrays.stream(files)
                .map(file -> ConfigFile.open(file, Map.of()))
                .forEach(file -> bots.add(
                        new PlayedBot(file, more, emulator.user(file.name()), server.service(), new Inspector())));
        bots.forEach(bot -> bot.join(lab));
        endOfReloading = Reloading.begin(
                bots.stream().map(PlayedBot::handlers).toList(), reloaded -> told.add(reloaded.inWords()));
    }

    /** What Ann gets for a text. */
    public String answer(String text) throws InterruptedException {
        int known = lab.history().size() + 1;
        String id = emulator.say(ann, lab, text);
        for (PlayedBot bot : bots) {
            assertThat(bot.awaitHandled(id, PATIENCE)).isNotEqualTo(PlayedBot.Outcome.BUSY);
        }
        List<String> answers = lab.history().stream()
                .skip(known)
                .map(message -> message.path("content").path("bodyText").asText())
                .toList();
        return answers.isEmpty() ? "(nothing)" : String.join("\n", answers);
    }

    /** What became of the next change. */
    public String told() throws InterruptedException {
        String next = told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return next == null ? "(nothing)" : next;
    }

    public FreshHandlers handlers() {
        return bots.get(0).handlers();
    }

    /** The first bot's. */
    public String state() {
        return bots.get(0).describe().path("state").asText();
    }

    /** How often bots have connected since the beginning. */
    public int connectionsSoFar() {
        return connections.get();
    }

    /** A compiler takes its time. */
    public void letPass(long millis) throws InterruptedException {
        assertThat(told.poll(millis, TimeUnit.MILLISECONDS)).isNull();
    }

    @Override
    public void close() {
        endOfReloading.run();
        bots.forEach(PlayedBot::stop);
        server.close();
        emulator.close();
        Thread.currentThread().setContextClassLoader(before);
    }
}
