package dev.spacesbot.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handlers that need what another processor writes. */
class OtherProcessorsTest {

    private static final String HANDLERS = """
            import dev.spacesbot.handler.*;
            import java.util.*;
            class Handlers {
                @OnMessage("paint {colour}")
                Lines paint(Colour colour) { return new Lines(); }
                @OnMessage(Names.COMMAND)
                @Limit(value = 1, per = Names.TIME)
                Optional<String> command(String what) { return Optional.empty(); }
                @OnError(Fault.class)
                String fault(Fault fault) { return ""; }
                @OnMessage("last {mistake}")
                void last() {}
            }
            """;

    private static final Map<String, String> WRITTEN = Map.of(
            "Colour", "enum Colour { RED, BLUE }",
            "Fault", "class Fault extends RuntimeException {}",
            "Lines", "class Lines extends java.util.ArrayList<String> {}",
            "Names", "interface Names { String COMMAND = \"do {what}\"; String TIME = \"1m\"; }");

    @TempDir
    private Path folder;

    @Test
    void waitsForWhatTheyWrite() throws IOException {
        assertThat(compile(new HandlerProcessor(), new Author()))
                .containsExactly(
                        "Handlers.last: has no parameter for {mistake}; add one called mistake, or mark one with @Arg(\"mistake\")");
    }

    @Test
    void leavesToTheCompilerWhatNobodyWrites() throws IOException {
        assertThat(compile(new HandlerProcessor()))
                .isNotEmpty()
                .allMatch(error -> error.startsWith("cannot find symbol"), "a symbol that is not there");
    }

    private List<String> compile(Processor... processors) throws IOException {
        Path source = Files.writeString(folder.resolve("Handlers.java"), HANDLERS);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    diagnostics,
                    List.of("-d", folder.toString(), "-classpath", System.getProperty("java.class.path")),
                    null,
                    files.getJavaFileObjects(source));
            task.setProcessors(List.of(processors));
            task.call();
        }
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    /** Writes its classes in the first round. */
    private static final class Author extends AbstractProcessor {

        private boolean done;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                WRITTEN.forEach(this::write);
            }
            return false;
        }

        private void write(String name, String source) {
            try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
                writer.write(source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
