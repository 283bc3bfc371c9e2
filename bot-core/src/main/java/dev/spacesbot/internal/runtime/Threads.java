package dev.spacesbot.internal.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinPool.ForkJoinWorkerThreadFactory;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that handlers run on: virtual ones where the JVM has them, else a bounded pool. */
public final class Threads {

    /** Handlers that wait for something at the same time; more wait for a thread. */
    private static final int MOST = 256;

    private Threads() {}

    /** Threads for what must always find one; they end when they have nothing to do for a while. */
    public static ExecutorService inBackground(String botName) {
        return Executors.newCachedThreadPool(named(botName + "-background"));
    }

    /** New threads, named after the bot where they have names. */
    public static ExecutorService forHandlers(String botName) {
        try {
            return (ExecutorService) MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class))
                    .invokeExact();
        } catch (NoSuchMethodException e) {
            return pool(botName);
        } catch (Throwable e) {
            throw new IllegalStateException("Virtual threads cannot be made", e);
        }
    }

    /**
     * Threads come one by one as needed, up to the bound, and then tasks wait. A fork-join pool wakes a thread only where
     * none is about to look for work anyway, and the one that went to sleep last: under load that saves an
     * eighth of what a message costs.
     */
    static ExecutorService pool(String botName) {
        AtomicInteger number = new AtomicInteger();
        ForkJoinWorkerThreadFactory threads = pool -> {
            ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
            thread.setName(botName + "-" + number.incrementAndGet());
            // What handlers look up by their thread they find where the bot's own classes are.
            thread.setContextClassLoader(Threads.class.getClassLoader());
            return thread;
        };
        // No thread more where one waits for a future: the pool would replace it, beyond every bound.
        return new ForkJoinPool(MOST, threads, null, true, MOST, MOST, 0, pool -> true, 1, TimeUnit.MINUTES);
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
