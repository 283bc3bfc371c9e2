package dev.spacesbot.interop;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A local Maven repository that has what this build has made as if it were installed, and leads to this machine's own
 * repository for everything else. What is installed there stays as it is.
 */
final class LocalRepository {

    private static final Path ROOT = Path.of("target", "repository").toAbsolutePath();
    private static final List<String> GROUP = List.of("dev", "spacesbot");
    private static final Path BUILD = Path.of("..").toAbsolutePath().normalize();

    private LocalRepository() {}

    /** Makes it, or brings it up to date; returns its folder. */
    static Path withThisBuild(String version) throws IOException {
        // Surefire and Failsafe tell where the build's own is.
        Path shared = Path.of(System.getProperty("localRepository"));
        Path below = Files.createDirectories(ROOT);
        for (String part : GROUP) {
            link(shared, below, part);
            shared = shared.resolve(part);
            below = Files.createDirectories(below.resolve(part));
        }
        put(BUILD.resolve("pom.xml"), below, "spacesbot", version, ".pom");
        for (String module : List.of("bot-core", "bot-testkit")) {
            put(BUILD.resolve(module).resolve("pom.xml"), below, module, version, ".pom");
            Path jar = BUILD.resolve(module).resolve("target").resolve(module + "-" + version + ".jar");
            put(jar, below, module, version, ".jar");
        }
        return ROOT;
    }

    /** Links to whatever is in a folder, but for one part of it. */
    private static void link(Path shared, Path folder, String except) throws IOException {
        if (!Files.isDirectory(shared)) {
            return;
        }
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(shared)) {
            for (Path part : parts) {
                Path link = folder.resolve(part.getFileName());
                if (!part.endsWith(except) && !Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createSymbolicLink(link, part);
                }
            }
        }
    }

    private static void put(Path file, Path group, String artifact, String version, String ending) throws IOException {
        Path folder = Files.createDirectories(group.resolve(artifact).resolve(version));
        Files.copy(file, folder.resolve(artifact + "-" + version + ending), StandardCopyOption.REPLACE_EXISTING);
    }
}
