package dev.spacesbot.playground.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A bot, and what it has taken so far of its author's classes and its file. Used by one thread. */
final class FollowedBot {

    private final FreshHandlers handlers;
    private final Predicate<String> shared;
    private ClassFiles taken;
    private byte[] file;
    private boolean lost;

    /** {@code taken} is what it was made of; classes that are {@code shared}, by their names, are in no bot's packages. */
    FollowedBot(FreshHandlers handlers, ClassFiles taken, Predicate<String> shared) {
        this.handlers = handlers;
        this.shared = shared;
        this.taken = taken;
        this.file = content();
    }

    /**
     * Takes what is different now.
     *
     * @return what became of it; empty where nothing is different for this bot
     * @throws LinkageError where the classes do not fit together; then it is as if nobody had looked
     */
    Optional<Reloaded> follow(ClassFiles now, ClassLoader classPath) {
        Set<String> changed = now.changedSince(taken);
        byte[] content = content();
        KeptClasses kept = new KeptClasses(handlers.given(), name -> now.content(name) != null);
        List<String> go = new ArrayList<>(shown(changed, name -> concerns(name) && !kept.has(name)));
        List<String> stay = new ArrayList<>(shown(changed, name -> concerns(name) && kept.has(name)));
        if (changed.stream().anyMatch(handlers::has) && now.names().stream().noneMatch(handlers::has)) {
            return lose(go);
        }
        if (!Arrays.equals(file, content)) {
            go.add(path().getFileName().toString());
        }
        if (lost || !go.isEmpty()) {
            FreshClasses fresh = new FreshClasses(now, kept::has, classPath);
            fresh.loadAll(changed);
            stay.addAll(handlers.renew(fresh));
        }
        return take(now, content, go, stay);
    }

    /** Once all its classes are back, it will show which are different from those that it is made of. */
    private Optional<Reloaded> lose(List<String> gone) {
        if (lost) {
            return Optional.empty();
        }
        lost = true;
        handlers.unfit("its classes are gone; has the build failed?");
        return Optional.of(new Reloaded(handlers.user(), gone, handlers.report(), List.of()));
    }

    /** The same where the classes will not fit together any time soon. */
    Optional<Reloaded> giveUp(ClassFiles now, LinkageError error) {
        handlers.unfit("its classes do not fit together: " + error);
        return take(now, content(), shown(now.changedSince(taken), this::concerns), List.of());
    }

    private Optional<Reloaded> take(ClassFiles now, byte[] content, List<String> go, List<String> stay) {
        boolean news = lost || !go.isEmpty() || !stay.isEmpty();
        taken = now;
        file = content;
        lost = false;
        return news ? Optional.of(new Reloaded(handlers.user(), go, handlers.report(), stay)) : Optional.empty();
    }

    private boolean concerns(String className) {
        return !className.endsWith("-info") && (handlers.has(className) || shared.test(className));
    }

    private Path path() {
        return handlers.file().path();
    }

    private byte[] content() {
        try {
            return Files.readAllBytes(path());
        } catch (NoSuchFileException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As their author calls them: without packages, and without the classes inside them. */
    private static List<String> shown(Set<String> classNames, Predicate<String> which) {
        Stream<String> names = classNames.stream().filter(which);
        return names.map(name -> name.substring(name.lastIndexOf('.') + 1))
                .map(name -> name.contains("$") ? name.substring(0, name.indexOf('$')) : name)
                .distinct()
                .toList();
    }
}
