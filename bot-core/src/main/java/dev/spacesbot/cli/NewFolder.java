package dev.spacesbot.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A folder that comes into being as a whole, or not at all. */
final class NewFolder {

    private final Path folder;

    NewFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes files, by their places below the folder.
     *
     * @throws FileAlreadyExistsException where something is there already; an empty folder is nothing
     * @throws NoSuchFileException where the folder that it is to be in is missing
     */
    void write(Map<String, String> files) throws IOException {
        if (isTaken()) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        Path beside = folder.resolveSibling("." + folder.getFileName() + "-" + UUID.randomUUID());
        try {
            Files.createDirectory(beside);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = beside.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            // Replaces nothing but an empty folder.
            Files.move(beside, folder, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            remove(beside);
            throw e;
        }
    }

    private boolean isTaken() throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isPresent();
        }
    }

    private static void remove(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        List<Path> fromBelow;
        try (Stream<Path> all = Files.walk(tree)) {
            fromBelow = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : fromBelow) {
            Files.delete(path);
        }
    }
}
