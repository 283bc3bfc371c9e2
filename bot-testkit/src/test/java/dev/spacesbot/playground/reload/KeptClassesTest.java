package dev.spacesbot.playground.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.BotBuilder;
import dev.spacesbot.playground.ReloadedPlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot whose main class gives it a service. */
class KeptClassesTest {

    @TempDir
    private Path folder;

    private Author author;
    private ReloadedPlay play;

    @BeforeEach
    void begin() {
        author = new Author(folder);
        play = new ReloadedPlay(author.classPath());
    }

    @AfterEach
    void end() {
        play.close();
    }

    @Test
    void stayAsTheyWereWhileHandlersChange() throws Exception {
        String clock = """
                package bots.service;
                public final class Watch {
                    public String time() {
                        return "noon";
                    }
                }
                """;
        String greeter = """
                package bots.greeter;
                import dev.spacesbot.handler.OnMessage;
                final class Greeter {
                    private final bots.service.Watch watch;
                    Greeter(bots.service.Watch watch) {
                        this.watch = watch;
                    }
                    @OnMessage("hello")
                    String hello() {
                        return "It is " + watch.time();
                    }
                }
                """;
        author.compiles(clock, greeter);
        play.begin(this::giveWatch, file("bots.greeter"));

        author.compiles(greeter.replace("It is", "I have"));
        String handler = play.told();
        String answer = play.answer("hello");
        author.compiles(clock.replace("noon", "midnight"));
        String service = play.told();

        assertThat(handler).isEqualTo("greeter has new handlers: Greeter has changed.");
        assertThat(answer).isEqualTo("I have noon");
        assertThat(service).isEqualTo("Start play again to see what is new in Watch.");
        assertThat(play.answer("hello")).isEqualTo("I have noon");
    }

    @Test
    void keepTheirPackageWhereItAloneMayUseThem() throws Exception {
        String watch = """
                package bots.service;
                public final class Watch {
                    String time() {
                        return "noon";
                    }
                }
                """;
        String greeter = """
                package bots.service;
                import dev.spacesbot.handler.OnMessage;
                final class Greeter {
                    private final Watch watch;
                    Greeter(Watch watch) {
                        this.watch = watch;
                    }
                    @OnMessage("hello")
                    String hello() {
                        return "It is " + watch.time();
                    }
                }
                """;
        author.compiles(watch, greeter);
        play.begin(this::giveWatch, file("bots.service"));

        author.compiles(greeter.replace("It is", "I have"));
        String told = play.told();

        assertThat(told).isEqualTo("Start play again to see what is new in Greeter.");
        assertThat(play.answer("hello")).isEqualTo("It is noon");
    }

    private Path file(String handlers) throws IOException {
        return Files.writeString(folder.resolve("greeter.yaml"), "name: greeter\nhandlers: [" + handlers + "]\n");
    }

    private void giveWatch(BotBuilder builder) {
        try {
            builder.service(play.classPath()
                    .loadClass("bots.service.Watch")
                    .getConstructor()
                    .newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
