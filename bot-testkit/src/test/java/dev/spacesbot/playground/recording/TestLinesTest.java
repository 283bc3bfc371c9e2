package dev.spacesbot.playground.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.event.Role;
import dev.spacesbot.playground.recording.parrot.Parrot;
import dev.spacesbot.testkit.TestBot;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestLinesTest {

    private static final String FRAME = """
            import static org.assertj.core.api.Assertions.assertThat;

            import dev.spacesbot.event.*;
            import dev.spacesbot.testkit.*;
            import java.util.List;
            import org.junit.jupiter.api.Test;

            public class CopiedTest {

            // the test
            }
            """;

    @TempDir
    private Path folder;

    private final TestBot bot = TestBot.of(new Parrot());
    private final SpacesEmulator emulator = bot.emulator();
    private final Recording recording = new Recording(emulator);
    private final EmulatedSpace lab = emulator.space("Lab");
    private final EmulatedUser ann = emulator.user("Ann");

    TestLinesTest() {
        bot.space("Lab");
    }

    @AfterEach
    void close() {
        bot.close();
    }

    @Test
    void looksLikeTheTestsOfTheReadme() throws Exception {
        String hello = said("hello, world!");

        String test = test(hello);

        assertThat(test).isEqualTo("""
                @Test
                void answersHelloWorld(TestSpace lab) {
                    lab.user("Ann").says("hello, world!");

                    lab.expect("Ann [][]: hello, world!");
                }
                """);
        run(test);
    }

    @Test
    void isTheSameFromTheAnswer() {
        String hello = said("hello");
        said("hello again");
        String answer = lab.history().get(1).path("_id").asText();

        assertThat(test(answer)).isEqualTo(test(hello)).contains("answersHello(");
    }

    @Test
    void makesFirstWhatSomethingIsDoneTo() throws Exception {
        String task = emulator.task(ann, lab, "Water", "the plants", emulator.user("Bob"));
        bot.settle();
        said("something else");
        emulator.completeTask(emulator.user("Bob"), task);
        bot.settle();

        String test = test(task);

        assertThat(test).isEqualTo("""
                @Test
                void answersWater(TestSpace lab) {
                    TestMessage task = lab.user("Ann").createsTask("Water", "the plants", lab.user("Bob"));

                    task.expectComment("Water for 1, null: the plants");

                    lab.user("Bob").completes(task);

                    task.expectComment("Water is done");
                }
                """);
        run(test);
    }

    @Test
    void actsOnWhatTheBotMade() throws Exception {
        said("make tea");
        String post = lab.history().get(2).path("_id").asText();
        emulator.comment(ann, lab, post, "two");
        bot.settle();
        String comment = lab.history().get(4).path("_id").asText();

        String test = test(comment);

        assertThat(test).isEqualTo("""
                @Test
                void answersTwo(TestSpace lab) {
                    lab.user("Ann").says("make tea");

                    TestMessage task = lab.expectTask("tea");
                    TestMessage post = lab.expectPost("tea");
                    lab.expectAttachment("a \\"b\\".txt");

                    TestMessage message = lab.user("Ann").comments(post, "two");

                    post.expectComment("Ann [][]: two");
                }
                """.replace("TestMessage message = ", ""));
        run(test);
    }

    @Test
    void namesSpacesRolesAndWhoIsMentioned() throws Exception {
        lab.add(ann, Role.ADMIN);
        String open = said("open");
        String mention = emulator.say(ann, lab, "look @bot", bot.self(), emulator.user("Bob"));
        bot.settle();
        String whisper = said("whisper \"Psst\"\n\\u0041é");

        assertThat(test(open)).isEqualTo("""
                @Test
                void answersOpen(TestBot bot) {
                    TestSpace lab = bot.space("Lab");

                    lab.user("Ann", Role.ADMIN).says("open");

                    lab.expect("Lab is open.");
                }
                """);
        assertThat(test(mention))
                .contains("lab.user(\"Ann\", Role.ADMIN).says(\"@Bob look @bot\", lab.user(\"Bob\"), lab.bot());\n");
        assertThat(test(whisper)).isEqualTo("""
                @Test
                void answersWhisperPsst(TestBot bot) {
                    TestSpace lab = bot.space("Lab");
                    TestSpace alone = bot.direct("Ann");

                    lab.user("Ann", Role.ADMIN).says("whisper \\"Psst\\"\\n\\\\u0041é");

                    alone.expect("\\"Psst\\"\\n\\\\u0041é");
                }
                """);
        run(test(open));
        run(test(mention));
        run(test(whisper));
    }

    @Test
    void takesAnyIdForAnId() throws Exception {
        String test = test(said("id"));

        assertThat(test).isEqualTo("""
                @Test
                void answersId(TestSpace lab) {
                    lab.user("Ann").says("id");

                    List<Message> labReplies = lab.replies();
                    assertThat(labReplies.get(0).text()).matches("It is [0-9a-f]{24}, yes, [0-9a-f]{24}");
                }
                """);
        run(test);
    }

    @Test
    void expectsNothingWhereNothingWasSaid() throws Exception {
        emulator.leaves(ann, lab);
        String post = emulator.post(ann, lab, "1 new", "text");
        bot.settle();
        emulator.edit(ann, post, "new \u2028");
        bot.settle();

        String test = test(post);

        assertThat(test).isEqualTo("""
                @Test
                void answersNew(TestSpace lab) {
                    TestMessage post = lab.user("Ann").posts("1 new", "text");

                    post.expectComment("1 new: text");

                    lab.user("Ann").edits(post, "new");

                    lab.expectNothing();
                }
                """);
        run(test);
    }

    @Test
    void knowsNothingOfWhatItDidNotHear() {
        assertThat(recording.test("60aa11bb22cc33dd44ee55ff", bot.self(), event -> true))
                .isEmpty();
    }

    private String said(String text) {
        String id = emulator.say(ann, lab, text);
        bot.settle();
        return id;
    }

    private String test(String messageId) {
        return recording.test(messageId, bot.self(), event -> true).orElseThrow();
    }

    /** Compiles it as its author would, and runs it with a bot of its own. */
    private void run(String test) throws Exception {
        String source = FRAME.replace("// the test", test.replace("\nvoid", "\npublic void"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(Path.of("CopiedTest.java").toUri(), SimpleJavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        List<String> options = List.of("-proc:none", "-d", folder.toString(), "-cp", classPath());
        boolean compiled =
                compiler.getTask(null, null, null, options, null, List.of(file)).call();
        assertThat(compiled).as(source).isTrue();
        try (URLClassLoader loader = new URLClassLoader(
                        new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
                TestBot fresh = TestBot.of(new Parrot())) {
            Class<?> type = loader.loadClass("CopiedTest");
            for (Method method : type.getDeclaredMethods()) {
                boolean whole = method.getParameterTypes()[0] == TestBot.class;
                method.invoke(
                        type.getDeclaredConstructor().newInstance(),
                        whole ? fresh : fresh.space(test.replaceAll("(?s).*TestSpace (\\w+)\\).*", "$1")));
            }
        }
    }

    private static String classPath() {
        String forked = System.getProperty("surefire.test.class.path", "");
        return forked.isEmpty() ? System.getProperty("java.class.path") : forked;
    }
}
