package dev.spacesbot.playground.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.playground.ReloadedPlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadingTest {

    private static final String GREETER = """
            package bots.greeter;
            import dev.spacesbot.handler.OnMessage;
            final class Greeter {
                @OnMessage("hello")
                String hello() {
                    return "Hello!";
                }
            }
            """;

    private static final String COUNTER = """
            package bots.counter;
            import dev.spacesbot.handler.OnMessage;
            final class Counter {
                private int count;
                @OnMessage("count")
                String count() {
                    return "" + ++count;
                }
            }
            """;

    @TempDir
    private Path folder;

    private Author author;
    private ReloadedPlay play;

    @BeforeEach
    void writeABot() {
        author = new Author(folder);
        author.compiles(GREETER, COUNTER);
        play = new ReloadedPlay(author.classPath());
    }

    @AfterEach
    void end() {
        play.close();
    }

    @Test
    void answersByWhatWasCompiledLastOnTheSameConnection() throws Exception {
        play.begin(file("greeter", ""));
        String before = play.answer("hello");

        author.compiles(GREETER.replace("Hello!", "Good morning!"));
        String told = play.told();
        String after = play.answer("hello");

        assertThat(told).isEqualTo("greeter has new handlers: Greeter has changed.");
        assertThat(before).isEqualTo("Hello!");
        assertThat(after).isEqualTo("Good morning!");
        assertThat(play.connectionsSoFar()).isEqualTo(1);
    }

    @Test
    void keepsTheHandlersOfABrokenBotUntilItIsRepaired() throws Exception {
        play.begin(file("greeter", ""));

        author.compiles(GREETER.replace("hello()", "hello(int times)"));
        String broken = play.told();
        String meanwhile = play.answer("hello");
        String state = play.state();
        author.compiles(GREETER.replace("Hello!", "Good morning!"));
        String repaired = play.told();

        assertThat(broken).isEqualTo("""
                greeter keeps its handlers, though Greeter has changed:
                1 problem in the handlers:
                  Greeter.hello: has a parameter int times that nothing binds; it may have the type Message, User, Space, Spaces, List<Mention>, Session or Schedule""");
        assertThat(meanwhile).isEqualTo("Hello!");
        assertThat(state).isEqualTo("broken");
        assertThat(repaired).isEqualTo("greeter has new handlers: Greeter has changed.");
        assertThat(play.answer("hello")).isEqualTo("Good morning!");
        assertThat(play.state()).isEqualTo("ready");
    }

    @Test
    void findsHandlersThatAreNewAndLosesThoseThatAreGone() throws Exception {
        play.begin(file("greeter", ""));

        author.compiles(GREETER.replace("Greeter", "Welcome").replace("hello", "hi"));
        String added = play.told();
        String hi = play.answer("hi");
        Files.delete(author.classes().resolve("bots/greeter/Greeter.class"));
        String removed = play.told();

        assertThat(added).isEqualTo("greeter has new handlers: Welcome has changed.");
        assertThat(hi).isEqualTo("Hello!");
        assertThat(removed).isEqualTo("greeter has new handlers: Greeter has changed.");
        assertThat(play.answer("hello")).isEqualTo("(nothing)");
    }

    @Test
    void keepsTheHandlersWhereABuildHasFailedAndLeftNothing() throws Exception {
        play.begin(file("greeter", ""), file("counter", ""));

        Files.delete(author.classes().resolve("bots/greeter/Greeter.class"));
        String gone = play.told();
        String meanwhile = play.answer("hello");
        author.compiles(GREETER);
        String back = play.told();

        assertThat(gone).isEqualTo("""
                greeter keeps its handlers, though Greeter has changed:
                its classes are gone; has the build failed?""");
        assertThat(meanwhile).isEqualTo("Hello!");
        assertThat(back).isEqualTo("greeter has its classes again, and they are the same.");
        assertThat(play.state()).isEqualTo("ready");
    }

    @Test
    void goesOnWithAConversation() throws Exception {
        String asking = """
                package bots.greeter;
                import dev.spacesbot.Session;
                import dev.spacesbot.handler.OnMessage;
                final class Greeter {
                    record Person(String name) {}
                    @OnMessage("hello")
                    String hello(Session session) {
                        session.put("person", new Person("Ann"));
                        session.next("how");
                        return "How are you?";
                    }
                    @OnMessage(value = "{how...}", during = "how")
                    String how(String how, Session session) {
                        String name = session.get("person", Person.class).orElseThrow().name();
                        session.done();
                        return name + " is " + how;
                    }
                }
                """;
        author.compiles(asking);
        play.begin(file("greeter", ""));
        String first = play.answer("hello");

        author.compiles(asking.replace("\" is \"", "\" feels \""));
        play.told();

        assertThat(first).isEqualTo("How are you?");
        assertThat(play.answer("fine")).isEqualTo("Ann feels fine");
    }

    @Test
    void takesSettingsFromAFileThatHasChanged() throws Exception {
        author.compiles("""
                package bots.greeter;
                import dev.spacesbot.handler.OnMessage;
                import dev.spacesbot.handler.Settings;
                final class Greeter {
                    @Settings("greeting")
                    record Greeting(String word) {}
                    private final Greeting greeting;
                    Greeter(Greeting greeting) {
                        this.greeting = greeting;
                    }
                    @OnMessage("hello")
                    String hello() {
                        return greeting.word() + "!";
                    }
                }
                """);
        play.begin(file("greeter", "settings: {greeting: {word: Hi}}\n"));
        String before = play.answer("hello");

        file("greeter", "settings: {greeting: {word: Howdy}}\n");
        String told = play.told();
        String after = play.answer("hello");
        file("greeter", "settings: {greeting: {wrd: Howdy}}\n");
        String wrong = play.told();

        assertThat(before).isEqualTo("Hi!");
        assertThat(told).isEqualTo("greeter has new handlers: greeter.yaml has changed.");
        assertThat(after).isEqualTo("Howdy!");
        assertThat(wrong.replace(folder + "/", "")).isEqualTo("""
                greeter keeps its handlers, though greeter.yaml has changed:
                greeter.yaml has 1 problem:
                  line 3, column 23: unknown key 'wrd' in 'settings.greeting'; did you mean 'word'?""");
        assertThat(play.answer("hello")).isEqualTo("Howdy!");
    }

    @Test
    void tellsWhatCountsOnlyAfterANewStart() throws Exception {
        play.begin(file("greeter", ""));

        file("greeter", "help: false\npace: {eventsPerMinute: 100}\n");

        assertThat(play.told()).isEqualTo("""
                greeter has new handlers: greeter.yaml has changed.
                Start play again to see what is new in pace.""");
        assertThat(play.answer("help")).isEqualTo("(nothing)");
    }

    @Test
    void leavesOtherBotsAsTheyAre() throws Exception {
        play.begin(file("greeter", ""), file("counter", ""));
        String one = play.answer("count");

        author.compiles(GREETER.replace("Hello!", "Good morning!"));
        String told = play.told();
        String two = play.answer("count");
        author.compiles(COUNTER.replace("\"\" +", "\"no. \" +"));
        String toldThen = play.told();

        assertThat(told).isEqualTo("greeter has new handlers: Greeter has changed.");
        assertThat(one + " " + two).isEqualTo("1 2");
        assertThat(toldThen).isEqualTo("counter has new handlers: Counter has changed.");
        assertThat(play.answer("count")).isEqualTo("no. 1");
    }

    @Test
    void waitsUntilAClassIsWholeAndACleanBuildIsThrough() throws Exception {
        play.begin(file("greeter", ""));
        Path other = Files.createDirectory(folder.resolve("other"));
        author.compileTo(other, GREETER.replace("Hello!", "Good morning!"));
        byte[] whole = Files.readAllBytes(other.resolve("bots/greeter/Greeter.class"));
        Path file = author.classes().resolve("bots/greeter/Greeter.class");

        Files.delete(file);
        Files.delete(file.getParent());
        play.letPass(600);
        Files.createDirectory(file.getParent());
        Files.write(file, Arrays.copyOf(whole, 100));
        play.letPass(600);
        Files.write(file, whole);

        assertThat(play.told()).isEqualTo("greeter has new handlers: Greeter has changed.");
        assertThat(play.answer("hello")).isEqualTo("Good morning!");
    }

    private Path file(String bot, String rest) throws IOException {
        return Files.writeString(
                folder.resolve(bot + ".yaml"), "name: " + bot + "\nhandlers: [bots." + bot + "]\n" + rest);
    }
}
