package dev.spacesbot.playground.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Somebody who writes handlers and compiles them, as an IDE does, into a folder of the class path. */
final class Author {

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final Path sources;
    private final Path classes;

    Author(Path folder) {
        try {
            sources = Files.createDirectories(folder.resolve("sources"));
            classes = Files.createDirectories(folder.resolve("classes"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path classes() {
        return classes;
    }

    /** A class path with these classes and everything that this test has. */
    ClassLoader classPath() {
        try {
            return new URLClassLoader(new URL[] {classes.toUri().toURL()}, Author.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes and compiles classes, all of them at once; each begins with its package. */
    void compiles(String... texts) {
        compileTo(classes, texts);
    }

    /** The same into another folder, from where it may be copied piece by piece. */
    void compileTo(Path output, String... texts) {
        List<Path> files = new ArrayList<>();
        Arrays.stream(texts).forEach(text -> files.add(write(text)));
        StringWriter problems = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            String classPath = classes + File.pathSeparator + System.getProperty("java.class.path");
            List<String> options = List.of("-parameters", "-proc:none", "-cp", classPath, "-d", output.toString());
            boolean done = compiler.getTask(
                            problems, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(done).as(problems.toString()).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String text) {
        String name = text.replaceAll("(?s).*?\\b(?:class|interface|record) (\\w+).*", "$1");
        String packageName = text.replaceAll("(?s)package ([\\w.]+);.*", "$1");
        try {
            Path folder = Files.createDirectories(sources.resolve(packageName.replace('.', '/')));
            return Files.writeString(folder.resolve(name + ".java"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
