package dev.spacesbot.playground.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All classes of some folders as they were at one time, by their names; what happens to the files later does not matter. */
final class ClassFiles {

    private static final String ENDING = ".class";

    private final Map<String, byte[]> contents;

    private ClassFiles(Map<String, byte[]> contents) {
        this.contents = contents;
    }

    /** Those that are there now. Of two with one name the first counts, as it does on a class path. */
    static ClassFiles in(List<Path> folders) {
        Map<String, byte[]> contents = new HashMap<>();
        for (Path folder : folders) {
            for (Path file : below(folder, path -> path.toString().endsWith(ENDING))) {
                read(file, folder, contents);
            }
        }
        return new ClassFiles(contents);
    }

    /** What there is in a folder and below it; a compiler may be at work there, so what has just gone counts as never there. */
    static List<Path> below(Path folder, Predicate<Path> wanted) {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(wanted).forEach(found::add);
        } catch (NoSuchFileException e) {
            return found;
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof NoSuchFileException)) {
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static void read(Path file, Path folder, Map<String, byte[]> contents) {
        String path = folder.relativize(file).toString();
        String name = path.substring(0, path.length() - ENDING.length())
                .replace(file.getFileSystem().getSeparator(), ".");
        try {
            byte[] content = Files.readAllBytes(file);
            contents.putIfAbsent(name, content);
        } catch (NoSuchFileException e) {
            // The compiler has just taken it away.
            contents.remove(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the file of a class holds; null where there is none. */
    byte @Nullable [] content(String name) {
        return contents.get(name);
    }

    Set<String> names() {
        return contents.keySet();
    }

    /** The classes that are new, different, or no longer there. */
    Set<String> changedSince(ClassFiles before) {
        Set<String> changed = new TreeSet<>();
        contents.forEach((name, content) -> {
            if (!Arrays.equals(content, before.contents.get(name))) {
                changed.add(name);
            }
        });
        changed.addAll(missingSince(before));
        return changed;
    }

    /** The classes that are no longer there. */
    Set<String> missingSince(ClassFiles before) {
        Set<String> missing = new TreeSet<>(before.contents.keySet());
        missing.removeAll(contents.keySet());
        return missing;
    }
}
