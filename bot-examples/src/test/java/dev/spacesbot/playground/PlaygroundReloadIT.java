package dev.spacesbot.playground;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An author compiles; the page goes on with the new handlers, or says why it does not. */
class PlaygroundReloadIT {

    @TempDir
    private static Path folder;

    @RegisterExtension
    static final Browsing BROWSING = Browsing.of(PlaygroundReloadIT::start);

    @Test
    void newHandlersAnswerAndABrokenBotKeepsItsOldOnes() {
        Visit ann = BROWSING.visit();
        ann.newSpace("Workshop");
        ann.says("ping").sees("pong one");

        compile("@OnMessage(\"ping\") String ping() { return \"pong two\"; }");
        assertThat(banner(ann, "workbench has new handlers: Workbench changed."))
                .isVisible();
        ann.says("ping").sees("pong two");

        compile("@OnMessage(\"ping {count}\") String ping() { return \"pong three\"; }");
        Locator broken = banner(ann, "workbench does not start as it is now, and keeps the handlers that it had.");
        assertThat(broken).containsText("Workbench.ping");
        assertThat(ann.space("workbench").locator(".face")).containsClass("online");
        ann.shows("broken");
        ann.says("ping");
        assertThat(ann.messages("pong two")).hasCount(2);

        compile("@OnMessage(\"ping\") String ping() { return \"pong four\"; }");
        assertThat(broken).hasCount(0);
        ann.says("ping").sees("pong four");
    }

    private static Locator banner(Visit ann, String text) {
        return ann.page().locator(".banner", new Page.LocatorOptions().setHasText(text));
    }

    private static LivePlayground start() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            compile("@OnMessage(\"ping\") String ping() { return \"pong one\"; }");
            Path config = Files.writeString(folder.resolve("bot.yaml"), "name: workbench\nhandlers: workshop\n");
            thread.setContextClassLoader(
                    new URLClassLoader(new URL[] {classes().toUri().toURL()}, before));
            return new LivePlayground(0, List.of(config));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Path classes() throws IOException {
        return Files.createDirectories(folder.resolve("classes"));
    }

    /** Writes the one handler class of the bot and compiles it, as an IDE does. */
    private static void compile(String handler) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter problems = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Path source = Files.writeString(folder.resolve("Workbench.java"), """
                    package workshop;

                    import dev.spacesbot.handler.OnMessage;

                    final class Workbench {
                        %s
                    }
                    """.formatted(handler));
            List<String> options = List.of(
                    "-parameters",
                    "-proc:none",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-d",
                    classes().toString());
            assertThat(compiler.getTask(problems, files, null, options, null, files.getJavaFileObjects(source))
                            .call())
                    .as(problems.toString())
                    .isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
