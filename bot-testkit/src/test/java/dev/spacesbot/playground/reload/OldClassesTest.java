package dev.spacesbot.playground.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.playground.ReloadedPlay;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever works on a bot all day changes its classes hundreds of times. */
class OldClassesTest {

    private static final int TIMES = 50;

    private static final String REMEMBERING = """
            package bots.greeter;
            import dev.spacesbot.Reply;
            import dev.spacesbot.Schedule;
            import dev.spacesbot.Session;
            import dev.spacesbot.handler.OnMessage;
            import dev.spacesbot.handler.OnReminder;
            import dev.spacesbot.handler.Settings;
            import java.time.Duration;
            import org.slf4j.LoggerFactory;
            final class Greeter {
                enum Tone { LOUD, QUIET }
                record Person(String name, Tone tone) {}
                @Settings("greeting")
                record Greeting(String word, Tone tone) {}
                private final Greeting greeting;
                Greeter(Greeting greeting) {
                    this.greeting = greeting;
                }
                @OnMessage("hello {tone}")
                String hello(Tone tone, Session session, Schedule schedule) {
                    LoggerFactory.getLogger(Greeter.class).debug("Greets");
                    session.put("person", new Person("Ann", tone));
                    schedule.in(Duration.ofMillis(1), "later", new Person("Bob", tone));
                    return greeting.word() + session.get("person", Person.class).orElseThrow().name();
                }
                @OnReminder("later")
                void later(Person person) {}
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void goOnceNobodyUsesThem() throws Exception {
        Author author = new Author(folder);
        author.compiles(REMEMBERING);
        Path file = Files.writeString(
                folder.resolve("greeter.yaml"),
                "name: greeter\nhandlers: [bots.greeter]\nsettings: {greeting: {word: Hi, tone: loud}}\n");
        try (ReloadedPlay play = new ReloadedPlay(author.classPath())) {
            play.begin(file);
            List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                loaders.add(renewAndTalk(play, author));
            }

            Awaitility.await().untilAsserted(() -> {
                System.gc();
                assertThat(loaders.stream().filter(loader -> loader.get() != null))
                        .hasSizeLessThan(5);
            });
        }
    }

    private static WeakReference<ClassLoader> renewAndTalk(ReloadedPlay play, Author author)
            throws InterruptedException {
        FreshClasses fresh =
                new FreshClasses(ClassFiles.in(List.of(author.classes())), name -> false, play.classPath());
        play.handlers().renew(fresh);
        assertThat(play.answer("hello quiet")).isEqualTo("HiAnn");
        return new WeakReference<>(fresh);
    }
}
