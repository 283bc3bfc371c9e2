package dev.spacesbot.playground.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Waits for changes in folders, with those below them, and in single files. Used by one thread, and closed by any. */
final class Changes implements AutoCloseable {

    private static final WatchEvent.Kind<?>[] ANY = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };

    private final WatchService service;
    private final List<Path> folders;
    private final List<Path> files;
    private final Set<WatchKey> keys = new HashSet<>();

    /** Watches from now on; what is missing, from when it is there. */
    Changes(List<Path> folders, List<Path> files) {
        this.folders = folders;
        this.files = files;
        try {
            service = FileSystems.getDefault().newWatchService();
        } catch (IOException e) {
            throw new UncheckedIOException("Files cannot be watched", e);
        }
        watchAll();
    }

    /**
     * Waits until something has changed, at most so long.
     *
     * @return false where nothing has
     * @throws ClosedWatchServiceException where it is closed meanwhile
     */
    boolean await(Duration atMost) throws InterruptedException {
        WatchKey key = service.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        boolean any = key != null;
        while (key != null) {
            key.pollEvents();
            if (!key.reset()) {
                keys.remove(key);
            }
            key = service.poll();
        }
        // New folders are in nobody's sight yet, and a clean build takes away those that were.
        boolean more = watchAll();
        return any || more;
    }

    /** Returns whether there is a folder that was not watched before. */
    private boolean watchAll() {
        Set<WatchKey> now = new HashSet<>();
        for (Path folder : folders) {
            for (Path each : ClassFiles.below(folder, Files::isDirectory)) {
                watch(each, now);
            }
        }
        for (Path file : files) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                watch(folder, now);
            }
        }
        return keys.addAll(now);
    }

    private void watch(Path folder, Set<WatchKey> watched) {
        try {
            watched.add(folder.register(service, ANY));
        } catch (NoSuchFileException e) {
            // Gone already; it is looked for again.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be watched", e);
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
