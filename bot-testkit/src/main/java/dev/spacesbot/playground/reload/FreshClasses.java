package dev.spacesbot.playground.reload;

import java.util.Collection;
import java.util.function.Predicate;

/**
 * Loads an author's classes as they are now, before those that the class path has loaded already. It holds what it loads from,
 * so there is nothing to close; once nobody uses its classes, all of it goes.
 */
final class FreshClasses extends ClassLoader {

    private final ClassFiles files;
    private final Predicate<String> kept;

    static {
        registerAsParallelCapable();
    }

    /** Those whose names are {@code kept} remain those of {@code parent}. */
    FreshClasses(ClassFiles files, Predicate<String> kept, ClassLoader parent) {
        super("fresh classes", parent);
        this.files = files;
        this.kept = kept;
    }

    /**
     * Loads whatever there is of these.
     *
     * @throws ClassFormatError where one of them is not whole, as while a compiler is at work on it
     */
    void loadAll(Collection<String> names) {
        names.forEach(this::load);
    }

    private void load(String name) {
        try {
            loadClass(name);
        } catch (ClassFormatError e) {
            throw e;
        } catch (ClassNotFoundException | LinkageError e) {
            // It is gone, or stands on something that is: whoever uses it will tell.
            return;
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        byte[] content = files.content(name);
        if (content == null || kept.test(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            Class<?> found = loaded == null ? defineClass(name, content, 0, content.length) : loaded;
            if (resolve) {
                resolveClass(found);
            }
            return found;
        }
    }
}
