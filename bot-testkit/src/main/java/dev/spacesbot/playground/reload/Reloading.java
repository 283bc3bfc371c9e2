package dev.spacesbot.playground.reload;

import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives bots new handlers whenever their author's compiler has written classes, or their file has changed. */
public final class Reloading {

    /** So long nobody writes when a compiler is through. */
    private static final Duration QUIET = Duration.ofMillis(300);

    /** Compilers take classes away before they write them; so long one may be at work on them. */
    private static final Duration COMPILING = Duration.ofSeconds(3);

    /** Where a build begins with nothing, it may take longer, or have failed. */
    private static final Duration BUILDING = Duration.ofSeconds(20);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(Reloading.class);

    private final List<FollowedBot> bots;
    private final ClassLoader classPath;
    private final List<Path> folders;
    private final Changes changes;
    private final Consumer<Reloaded> told;
    private ClassFiles classes;

    private Reloading(List<FreshHandlers> handlers, ClassLoader classPath, Consumer<Reloaded> told) {
        this.classPath = classPath;
        this.told = told;
        this.folders = ClassFolders.of(classPath);
        this.changes = new Changes(
                folders, handlers.stream().map(each -> each.file().path()).toList());
        this.classes = ClassFiles.in(folders);
        this.bots = handlers.stream()
                .map(each ->
                        new FollowedBot(each, classes, name -> handlers.stream().noneMatch(other -> other.has(name))))
                .toList();
    }

    /**
     * Begins to look after these bots' handlers, made on this thread just now; {@code told} hears what becomes of each.
     *
     * @return ends that
     */
    public static Runnable begin(List<FreshHandlers> handlers, Consumer<Reloaded> told) {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        ClassLoader classPath = ofThread == null ? Reloading.class.getClassLoader() : ofThread;
        try {
            Reloading reloading = new Reloading(List.copyOf(handlers), classPath, told);
            Thread thread = new Thread(reloading::run, "playground-reload");
            thread.setDaemon(true);
            thread.start();
            return reloading.changes::close;
        } catch (UncheckedIOException e) {
            log.warn("What is compiled meanwhile needs a new start of play: {}", e.getMessage());
            return () -> {};
        }
    }

    private void run() {
        loadAll();
        try {
            boolean changed = false;
            while (true) {
                changed = (changed || changes.await(LOOK_AGAIN)) && takeChanges();
            }
        } catch (ClosedWatchServiceException e) {
            log.debug("Changes of classes are no longer looked for");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a handler uses for the first time after its file has changed must still be what it was compiled with. */
    private void loadAll() {
        for (String name : classes.names()) {
            try {
                Class.forName(name, false, classPath);
            } catch (ClassNotFoundException | LinkageError e) {
                log.debug("{} cannot be loaded: {}", name, e.toString());
            }
        }
    }

    /** Returns whether there is more to be taken already. */
    private boolean takeChanges() throws InterruptedException {
        try {
            classes = settled();
            for (FollowedBot bot : bots) {
                if (!take(bot)) {
                    return true;
                }
            }
        } catch (UncheckedIOException e) {
            log.warn("The classes cannot be read; the next change is waited for: {}", e.getMessage());
        }
        return false;
    }

    /** Returns false where the classes did not fit together, and others are there meanwhile. */
    private boolean take(FollowedBot bot) throws InterruptedException {
        try {
            bot.follow(classes, classPath).ifPresent(told);
            return true;
        } catch (LinkageError e) {
            if (changes.await(COMPILING)) {
                return false;
            }
            bot.giveUp(classes, e).ifPresent(told);
            return true;
        }
    }

    private ClassFiles settled() throws InterruptedException {
        ClassFiles now = afterQuiet();
        while (!now.missingSince(classes).isEmpty() && changes.await(now.names().isEmpty() ? BUILDING : COMPILING)) {
            now = afterQuiet();
        }
        return now;
    }

    private ClassFiles afterQuiet() throws InterruptedException {
        while (changes.await(QUIET)) {
            log.trace("Still being written");
        }
        return ClassFiles.in(folders);
    }
}
