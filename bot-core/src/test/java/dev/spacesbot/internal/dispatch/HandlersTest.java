package dev.spacesbot.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spacesbot.config.Rules;
import dev.spacesbot.event.Task;
import dev.spacesbot.handler.Arg;
import dev.spacesbot.handler.Cron;
import dev.spacesbot.handler.Every;
import dev.spacesbot.handler.HandlerException;
import dev.spacesbot.handler.OnError;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnPost;
import dev.spacesbot.handler.OnTask;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlersTest {

    @Test
    void tellsEveryMistakeOfAHandlerClassAtOnce() {
        Handlers handlers = new Handlers(List.of(Wrong.class), List.of(), List.of());

        assertThatThrownBy(() -> handlers.router(Rules.defaults()))
                .isInstanceOf(HandlerException.class)
                .hasMessage("""
                        11 problems in the handlers:
                          Wrong.alwaysWithPattern: is always = true, which sees every message, so it cannot have a pattern as well
                          Wrong.badRegex: the regex "(a" cannot be read: missing closing ) (RE2's syntax: no look-around, no back-references)
                          Wrong.badReturn: returns int; it may return String, Reply, Optional, Iterable, Stream or CompletionStage of these, or void
                          Wrong.badTemplate: the template "say {what...} now" {what...} takes all the rest, so it must be last
                          Wrong.noSuch: is static; a handler is a method of an object
                          Wrong.noSuchName: has a parameter String nmae that nothing binds; it may have one of the names name, or of the types Message, User, Space, Spaces, List<Mention>, Session or Schedule
                          Wrong.noSuchName: has no parameter for {name}; add one called name, or mark one with @Arg("name")
                          Wrong.taskInAMessage: has a parameter Task task that nothing binds; it may have the type Message, User, Space, Spaces, List<Mention>, Session or Schedule
                          Wrong.unconvertible: cannot make a Clock of {when}; the parameter may be a String, a number, a boolean, an enum, a Duration, LocalDate, LocalTime or User, or an Optional or List of these
                          Wrong.oneTask and Wrong.otherTask both take new tasks; only one can
                          Wrong.first and Wrong.second fit the same messages: "same {a}" and "Same {b}"; change one of them""");
    }

    @Test
    void tellsWhatCannotBeMade() {
        Handlers handlers = new Handlers(
                List.of(
                        NeedsClock.class,
                        Throws.class,
                        TwoConstructors.class,
                        Inner.class,
                        Nothing.class,
                        TwoMethods.class),
                List.of("com.example.nowhere"),
                List.of());

        assertThatThrownBy(() -> handlers.router(Rules.defaults())).hasMessage("""
                        7 problems in the handlers:
                          package com.example.nowhere: no handler class found; is it on the class path and spelt right?
                          NeedsClock cannot be made: its constructor takes a Clock; give one to the builder's service(…)
                          Throws cannot be made: its constructor threw java.lang.IllegalStateException: no disk
                          TwoConstructors cannot be made: it must have one constructor, it has 2
                          Inner cannot be made: it is an inner class; make it static, or move it to a file of its own
                          Nothing has no @OnMessage, @OnTask or @OnPost; annotate a method, or the class where its one public method handles the event
                          TwoMethods is annotated as a class, so it must have one public method; it has 2: one, two""");
    }

    @Test
    void tellsOfValuesThatMayBeMissingAndOfPatternsThatAreThereTwice() {
        Handlers handlers = new Handlers(List.of(Ambiguous.class, Abstract.class), List.of(), List.of());

        assertThatThrownBy(() -> handlers.router(Rules.defaults())).hasMessage("""
                        3 problems in the handlers:
                          Abstract cannot be made: it is abstract; give a class that extends it
                          Ambiguous.queue: has a parameter int size that the template "queue" may have no value for; take an Optional<Integer> or an Integer that may be null, or let the template require {size}
                          Ambiguous.one and Ambiguous.two have the regex "t.*"; change one of them""");
    }

    @Test
    void tellsWhatContradictsItsParameter() {
        Handlers handlers = new Handlers(List.of(Contradictory.class), List.of(), List.of());

        assertThatThrownBy(() -> handlers.router(Rules.defaults())).hasMessage("""
                        13 problems in the handlers:
                          Contradictory.array: cannot make a String[] of {words}; the parameter may be a String, a number, a boolean, an enum, a Duration, LocalDate, LocalTime or User, or an Optional or List of these
                          Contradictory.between: has bounds for int n that no number can keep: at least 1.5, at most 1.7
                          Contradictory.bounds: has bounds for int n that no number can keep: at least 3, at most 2
                          Contradictory.choice: has the choice moon for Level level, which is not one of low, high
                          Contradictory.cron: has the zone "Paris", which is none; write one such as Europe/Paris or UTC
                          Contradictory.different: has different choices for {a} in its templates; give it the same
                          Contradictory.errors: has @OnError({}), so it would never run; name the exceptions that it answers
                          Contradictory.every: has @Every("often"), which is not a span of time such as 10m, 1h30m or 2 hours, of a second or more
                          Contradictory.example: has the example "go now", which does not fit its template
                          Contradictory.list: has a parameter List<String> words that "say {words}" gives one word to; write {words...}
                          Contradictory.nowhere: returns String, but there is no space to say it in; return void, and say it by Spaces, or take a Space to run for each
                          Contradictory.returns: returns List<Integer>; it may return String, Reply, Optional, Iterable, Stream or CompletionStage of these, or void
                          Contradictory.textBounds: has bounds for String text, which is no number; take them away""");
    }

    @Test
    void makesHandlersWithTheServicesTheyWant() {
        Handlers handlers = new Handlers(List.of(NeedsClock.class), List.of(), List.of("a text", Clock.systemUTC()));

        assertThat(Says.with(handlers.router(Rules.defaults())).to("time")).containsExactly("Z");
    }

    @Test
    void findsHandlerClassesInAPackageAndBelow() {
        Handlers handlers = new Handlers(List.of(), List.of("dev.spacesbot.internal.dispatch.scanned"), List.of());

        Router router = handlers.router(Rules.defaults());

        assertThat(router.size()).isEqualTo(3);
        assertThat(Says.with(router).to("top")).containsExactly("top");
        assertThat(Says.with(router).to("below")).containsExactly("below");
    }

    @Test
    void noHandlerAtAllIsAMistake() {
        Handlers handlers = new Handlers(List.of(), List.of(), List.of());

        assertThatThrownBy(() -> handlers.router(Rules.defaults())).hasMessage("""
                        1 problem in the handlers:
                          there is no handler; name their packages under `handlers`, or give them to the builder""");
    }

    static final class NeedsClock {

        private final Clock clock;

        NeedsClock(Clock clock) {
            this.clock = clock;
        }

        @OnMessage("time")
        String time() {
            return clock.getZone().getId();
        }
    }

    static final class Throws {

        Throws() {
            throw new IllegalStateException("no disk");
        }
    }

    static final class TwoConstructors {

        TwoConstructors() {}

        TwoConstructors(String text) {
            assertThat(text).isNotNull();
        }
    }

    @SuppressWarnings("ClassCanBeStatic") // that it is not is the mistake
    final class Inner {}

    static final class Nothing {}

    abstract static class Abstract {}

    static final class Ambiguous {

        @OnMessage(regex = "t.*")
        void one() {}

        @OnMessage({"queue {size}", "queue"})
        String queue(int size) {
            return "of " + size;
        }

        @OnMessage(regex = "t.*")
        void two() {}
    }

    private enum Level {
        LOW,
        HIGH
    }

    @SuppressWarnings({"unused", "UnusedVariable", "UnusedMethod"})
    static final class Contradictory {

        @OnMessage("array {words...}")
        void array(String... words) {}

        @OnMessage("between {n}")
        void between(@Arg(min = 1.5, max = 1.7) int n) {}

        @OnMessage("bounds {n}")
        void bounds(@Arg(min = 3, max = 2) int n) {}

        @OnMessage("choice {level:low|moon}")
        void choice(Level level) {}

        @Cron(value = "0 9 * * MON", zone = "Paris")
        void cron() {}

        @OnMessage({"x {a:b|c}", "y {a:b|d}"})
        void different(String a) {}

        @OnError({})
        void errors() {}

        @Every("often")
        void every() {}

        @OnMessage(value = "stop {what}", example = "go now")
        void example(String what) {}

        @OnMessage("say {words}")
        void list(List<String> words) {}

        @Every("1h")
        String nowhere() {
            return "";
        }

        @OnMessage("returns")
        List<Integer> returns() {
            return List.of();
        }

        @OnMessage("text {text}")
        void textBounds(@Arg(min = 1) String text) {}
    }

    @OnPost
    static final class TwoMethods {

        public void one() {}

        public void two() {}
    }

    @SuppressWarnings({"unused", "UnusedVariable", "UnusedMethod"})
    static final class Wrong {

        @OnMessage(value = "x", always = true)
        void alwaysWithPattern() {}

        @OnMessage(regex = "(a")
        void badRegex() {}

        @OnMessage("say {what...} now")
        void badTemplate() {}

        @OnMessage("number")
        int badReturn() {
            return 1;
        }

        @OnMessage("call {name}")
        void noSuchName(String nmae) {}

        @OnMessage
        void taskInAMessage(Task task) {}

        @OnMessage("at {when}")
        void unconvertible(Clock when) {}

        @OnMessage("static")
        static void noSuch() {}

        @OnMessage("same {a}")
        void first(String a) {}

        @OnMessage("Same {b}")
        void second(String b) {}

        @OnTask
        void oneTask() {}

        @OnTask
        void otherTask() {}
    }
}
