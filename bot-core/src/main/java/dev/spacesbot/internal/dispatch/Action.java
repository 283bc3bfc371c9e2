package dev.spacesbot.internal.dispatch;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is done when it is the turn of a handler. */
interface Action {

    /** The class and method as an author names it, or what the bot does by itself. */
    String name();

    /** Whether it leaves out messages that are found later. */
    default boolean skipsLate() {
        return false;
    }

    /**
     * Does it.
     *
     * @param usage how to write the command; empty where that would not help a person
     * @return what is to be said: anything that a handler may return
     */
    @Nullable
    Object run(Call call, String usage) throws Throwable;

    /** Something that the bot does by itself. */
    static Action builtIn(String name, Function<Call, @Nullable Object> what) {
        return new Action() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public @Nullable Object run(Call call, String usage) {
                return what.apply(call);
            }
        };
    }
}
