package dev.spacesbot.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class HandlerProcessorTest {

    private static final String WRONG = """
            import dev.spacesbot.event.*;
            import dev.spacesbot.handler.*;
            import java.util.*;
            class Wrong {
                enum Level { LOW, HIGH }
                @OnMessage("call {name}")
                void unbound(
                        String nmae) {}
                @OnMessage("say {what...} now")
                void template(String what) {}
                @OnMessage("at {when}")
                void type(java.time.Clock when) {}
                @OnMessage("choose {level:low|moon}")
                void choice(Level level) {}
                @OnMessage("number [{n}]")
                int returns(int n) { return n; }
                @OnTask
                static void isStatic(Message message) {}
                @Every("often")
                void every() {}
                @OnError(java.io.IOException.class)
                void error(java.io.FileNotFoundException e) {}
                @OnError({})
                void noError() {}
                @OnTask
                static class Several {
                    public void one() {}
                    public void two() {}
                }
                @OnTask
                static class None {}
            }
            """;

    @Test
    void tellsMistakesAtTheirElementsInTheWordsOfTheStart() {
        assertThat(compile(WRONG))
                .containsExactly(
                        "6: Wrong.unbound: has no parameter for {name}; add one called name, or mark one with @Arg(\"name\")",
                        "8: Wrong.unbound: has a parameter String nmae that nothing binds; it may have one of the names name, or of"
                                + " the types Message, User, Space, Spaces, List<Mention>, Session or Schedule",
                        "9: Wrong.template: the template \"say {what...} now\" {what...} takes all the rest, so it must be last",
                        "12: Wrong.type: cannot make a Clock of {when}; the parameter may be a String, a number, a boolean, an enum,"
                                + " a Duration, LocalDate, LocalTime or User, or an Optional or List of these",
                        "14: Wrong.choice: has the choice moon for Level level, which is not one of low, high",
                        "15: Wrong.returns: returns int; it may return String, Reply, Optional, Iterable, Stream or CompletionStage of"
                                + " these, or void",
                        "16: Wrong.returns: has a parameter int n that the template \"number [{n}]\" may have no value for; take an"
                                + " Optional<Integer> or an Integer that may be null, or let the template require {n}",
                        "17: Wrong.isStatic: is static; a handler is a method of an object",
                        "18: Wrong.isStatic: has a parameter Message message that nothing binds; it may have the type Task, User,"
                                + " Space, Spaces, Session or Schedule",
                        "19: Wrong.every: has @Every(\"often\"), which is not a span of time such as 10m, 1h30m or 2 hours, of a"
                                + " second or more",
                        "22: Wrong.error: has a parameter FileNotFoundException e that nothing binds; it may have the type"
                                + " SpaceEvent, User, Space, Spaces or the exception",
                        "23: Wrong.noError: has @OnError({}), so it would never run; name the exceptions that it answers",
                        "25: Several is annotated as a class, so it must have one public method; it has 2: one, two",
                        "30: None is annotated as a class, so it must have one public method; it has none");
    }

    @Test
    void tellsMistakesInWhoMayAndHowOften() {
        assertThat(compile("""
                import dev.spacesbot.event.*;
                import dev.spacesbot.handler.*;
                @Allow(roles = Role.ADMIN,
                        spaces = "lab")
                class Wrong {
                    @OnMessage("deploy")
                    @Limit(value = 0, per = "soon")
                    void deploy() {}
                    @Allow(users = "")
                    @OnMessage("roll")
                    void roll() {}
                    @OnMessage("fine")
                    @Allow(users = "ann@example.org")
                    @Limit(value = 2, per = "1m", by = Limit.By.SPACE)
                    void fine() {}
                    @Every("1h")
                    @Limit(value = 2, per = "1m")
                    void nobodyAsks() {}
                }
                """))
                .containsExactly(
                        "3: Wrong: has an @Allow for the space \"lab\", which is no space id: 24 hexadecimal digits, as the"
                                + " command 'spaces' shows them",
                        "7: Wrong.deploy: has a @Limit per \"soon\", which is not a span of time such as 10m, 1h30m or 2 hours",
                        "7: Wrong.deploy: has a @Limit of 0; it must be at least 1",
                        "9: Wrong.roll: has an @Allow with an empty name of a user",
                        "16: Wrong.nobodyAsks: has an @Limit, but nobody asks for what it does: messages, tasks, posts and"
                                + " presence alone can be refused");
    }

    @Test
    void hasNothingToSayAboutWhatIsRight() {
        assertThat(compile("""
                import dev.spacesbot.*;
                import dev.spacesbot.event.*;
                import dev.spacesbot.handler.*;
                import java.io.*;
                import java.time.*;
                import java.util.*;
                import java.util.concurrent.*;
                class Right {
                    enum Env { DEV, PROD }
                    @OnMessage({"deploy {service} to {env:dev|prod} [in {delay}] [because {reasons...}]"})
                    CompletionStage<List<Reply>> deploy(
                            String service, Env env, Optional<Duration> delay, List<String> reasons, User sender, Session session) {
                        return CompletableFuture.completedFuture(List.of());
                    }
                    @OnError({FileNotFoundException.class, EOFException.class})
                    String trouble(IOException e, Space space) { return ""; }
                    @Cron(value = "0 9 * * MON-FRI", zone = "Europe/Paris")
                    String morning(Space space) { return ""; }
                    @OnReminder("tea")
                    Reply tea(Map<String, Integer> cups, User who) { return Reply.text(""); }
                    @OnPresence
                    void seen(Presence presence) {}
                    @OnMessage("hello")
                    static class Greeter {
                        public String greet(Message message) { return ""; }
                    }
                }
                """)).isEmpty();
    }

    private static List<String> compile(String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler.CompilationTask task = compiler.getTask(
                null,
                null,
                diagnostics,
                List.of("-proc:only", "-classpath", System.getProperty("java.class.path")),
                null,
                List.of(new Source(source)));
        task.setProcessors(List.of(new HandlerProcessor()));
        task.call();
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT))
                .sorted(Comparator.comparingInt(HandlerProcessorTest::line))
                .toList();
    }

    private static int line(String diagnostic) {
        return Integer.parseInt(diagnostic.substring(0, diagnostic.indexOf(':')));
    }

    /** A source file that is nowhere but here. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///Handlers.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
