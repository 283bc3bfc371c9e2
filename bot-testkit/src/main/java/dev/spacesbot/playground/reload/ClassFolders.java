package dev.spacesbot.playground.reload;

import dev.spacesbot.Bot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folders of a class path, such as {@code target/classes}: what an author's compiler writes to. */
final class ClassFolders {

    private ClassFolders() {}

    /** Those that {@code loader} loads from, without the framework's own, which are there while it is built itself. */
    static List<Path> of(ClassLoader loader) {
        Set<Path> own = Stream.of(Bot.class, ClassFolders.class)
                .map(ClassFolders::origin)
                .collect(Collectors.toSet());
        try {
            return Collections.list(loader.getResources("")).stream()
                    .filter(url -> url.getProtocol().equals("file"))
                    .map(ClassFolders::path)
                    .filter(path -> Files.isDirectory(path) && !own.contains(path))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The class path cannot be read", e);
        }
    }

    private static Path origin(Class<?> type) {
        return path(type.getProtectionDomain().getCodeSource().getLocation());
    }

    private static Path path(URL url) {
        try {
            return Path.of(new URI(url.getProtocol(), null, url.toURI().getPath(), null))
                    .normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(url + " is no place on this machine", e);
        }
    }
}
