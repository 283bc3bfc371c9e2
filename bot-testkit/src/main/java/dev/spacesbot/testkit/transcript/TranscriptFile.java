package dev.spacesbot.testkit.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A transcript's file: the source file where it can be found, else its copy on the class path. */
record TranscriptFile(Path path) {

    static final String EXTENSION = ".txt";

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final Path SOURCES = Path.of("src", "test", "resources");

    /** The transcripts in a folder of the class path, by name. */
    static List<TranscriptFile> in(String folder, ClassLoader classPath) {
        URL url = classPath.getResource(folder);
        if (url == null || !url.getProtocol().equals("file")) {
            throw new IllegalStateException("There is no folder " + SOURCES.resolve(folder) + " on the class path");
        }
        try {
            Path copies = Path.of(url.toURI());
            try (Stream<Path> files = Files.list(copies)) {
                return files.filter(file -> file.toString().endsWith(EXTENSION))
                        .sorted()
                        .map(file -> new TranscriptFile(source(file, Path.of(folder))))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(url + " cannot be read", e);
        }
    }

    /** Builds copy from {@code src/test/resources} to somewhere below the project's folder. */
    private static Path source(Path copy, Path folder) {
        Path inSources = SOURCES.resolve(folder).resolve(copy.getFileName());
        for (Path above = copy.getParent(); above != null; above = above.getParent()) {
            Path source = above.resolve(inSources);
            if (Files.isRegularFile(source)) {
                return source;
            }
        }
        return copy;
    }

    String name() {
        return path.getFileName().toString();
    }

    List<String> lines() {
        return text().lines().toList();
    }

    private String text() {
        try {
            String text = Files.readString(path);
            // Some editors put a mark in front, which nobody sees.
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts other lines in place of all, with the line ends that the file has. */
    void write(List<String> lines) {
        String end = text().contains("\r\n") ? "\r\n" : "\n";
        try {
            Files.writeString(path, String.join(end, lines) + end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
