package dev.spacesbot.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spacesbot.config.BotConfigException;
import dev.spacesbot.config.Rules;
import dev.spacesbot.config.SettingsTree;
import dev.spacesbot.handler.HandlerCall;
import dev.spacesbot.handler.HandlerFactory;
import dev.spacesbot.handler.Interceptor;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.Settings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandlerObjectsTest {

    @Settings("counter")
    record Steps(Optional<Integer> by) {}

    @Settings("needed")
    record Needed(String what) {}

    static final class Counter {

        private final int by;
        private int count;

        Counter(Steps steps) {
            by = steps.by().orElse(1);
        }

        @OnMessage("count")
        String count() {
            count += by;
            return "" + count;
        }
    }

    static final class Teller implements Interceptor {

        private final Counter counter;

        Teller(Counter counter) {
            this.counter = counter;
        }

        @OnMessage("tell")
        String tell() {
            return "told " + counter.count;
        }

        @Override
        public @Nullable Object intercept(HandlerCall call) throws Exception {
            return call.proceed();
        }
    }

    static final class Passing implements Interceptor {

        @Override
        public @Nullable Object intercept(HandlerCall call) throws Exception {
            return call.proceed();
        }
    }

    @Test
    void makesOneObjectOfEachClassWhicheverComesFirst() {
        Says bot = says(Supplies.of(List.of()), Teller.class, Counter.class);

        assertThat(bot.to("count")).containsExactly("1");
        assertThat(bot.to("tell")).containsExactly("told 1");
    }

    @Test
    void prefersWhatWasGiven() {
        Counter given = new Counter(new Steps(Optional.of(5)));

        Says bot = says(Supplies.of(List.of()), Teller.class, given);

        assertThat(bot.to("count")).containsExactly("5");
        assertThat(bot.to("tell")).containsExactly("told 5");
    }

    @Test
    void takesSettingsFromTheServicesOfATest() {
        Says bot = says(Supplies.of(List.of(new Steps(Optional.of(3)))), Counter.class);

        assertThat(bot.to("count")).containsExactly("3");
    }

    @Test
    void anInterceptorNeedsNoHandler() {
        List<String> problems = new ArrayList<>();

        List<Object> objects = new HandlerObjects(
                        List.of(Passing.class, Teller.class, Counter.class), Supplies.of(List.of()), problems::add)
                .all();

        assertThat(objects).hasExactlyElementsOfTypes(Passing.class, Teller.class, Counter.class);
        assertThat(says(Supplies.of(List.of()), Passing.class, Counter.class).to("count"))
                .containsExactly("1");
        assertThat(problems).isEmpty();
    }

    @Test
    void doesNotMakeAScannedClassAgainThatWasGiven() {
        Counter given = new Counter(new Steps(Optional.empty()));

        Handlers handlers = new Handlers(
                List.of(new dev.spacesbot.internal.dispatch.scanned.Top(), given),
                List.of("dev.spacesbot.internal.dispatch.scanned"),
                List.of());

        assertThat(handlers.router(Rules.defaults()).size()).isEqualTo(4);
    }

    @Test
    void tellsMissingSettingsBesidesMistakesInHandlers() {
        Handlers handlers =
                new Handlers(List.of(NeedsSettings.class, NeedsClock.class), List.of(), Supplies.of(List.of()));

        BotConfigException report =
                catchThrowableOfType(BotConfigException.class, () -> handlers.router(Rules.defaults()));

        assertThat(report)
                .hasMessage("the configuration: 'settings.needed' is missing: a section with what; without a file,"
                        + " give a Needed to the builder's service(…)");
        assertThat(report.handlers().orElseThrow()).hasMessage("""
                1 problem in the handlers:
                  NeedsClock cannot be made: its constructor takes a Clock; give one to the builder's service(…)""");
    }

    @Test
    void tellsWhatCannotBeMade() {
        Handlers handlers = new Handlers(
                List.of(
                        Hen.class,
                        Egg.class,
                        Self.class,
                        NeedsClock.class,
                        NeedsNeedsClock.class,
                        Any.class,
                        First.class,
                        Second.class,
                        OfUnreadable.class),
                List.of(),
                List.of());

        assertThatThrownBy(() -> handlers.router(Rules.defaults())).hasMessage("""
                5 problems in the handlers:
                  Unreadable.clock has the type Clock, which no setting can be; it may be String, int, long, double, boolean, an enum, Duration, LocalTime, LocalDate, ZoneId, URI, Path, Secret, a record, or Optional, List or Map<String, …> of these
                  Hen cannot be made: its constructor takes Egg, which takes Hen; move what they share into a class of its own
                  Self cannot be made: its constructor takes the object that it would make
                  NeedsClock cannot be made: its constructor takes a Clock; give one to the builder's service(…)
                  Any cannot be made: its constructor takes a Ordinal, which First and Second are; take one of them""");
    }

    @Test
    void tellsRulesThatFitNoCommand() {
        Rules rules =
                Rules.defaults().withCommands(rule("count"), rule("COU*"), rule("*"), rule("cuont"), rule("deploy*"));
        Handlers handlers = new Handlers(List.of(Counter.class), List.of(), List.of());

        assertThatThrownBy(() -> handlers.router(rules)).hasMessage("""
                2 problems in the handlers:
                  the configuration's rule for "cuont" fits no command; did you mean "count"?
                  the configuration's rule for "deploy*" fits no command""");
    }

    private static Rules.ForCommands rule(String names) {
        return new Rules.ForCommands(names, new Rules.Access(Set.of(), Set.of(), Set.of()), null);
    }

    @Test
    void leavesItToAFactory() {
        List<Class<?>> asked = new ArrayList<>();
        HandlerFactory factory = type -> {
            asked.add(type);
            return new Counter(new Steps(Optional.of(7)));
        };

        Says bot = says(new Supplies(List.of(), SettingsTree.none(), factory), Counter.class);

        assertThat(bot.to("count")).containsExactly("7");
        assertThat(asked).containsExactly(Counter.class);
    }

    @Test
    @SuppressWarnings("NullAway") // a factory in another language may well return null
    void tellsWhatAFactoryDoesWrong() {
        HandlerFactory factory = type -> {
            if (type == Hen.class) {
                throw new IllegalStateException("no such bean");
            }
            return type == Egg.class ? null : "an egg";
        };
        Handlers handlers = new Handlers(
                List.of(Hen.class, Egg.class, Self.class),
                List.of(),
                new Supplies(List.of(), SettingsTree.none(), factory));

        assertThatThrownBy(() -> handlers.router(Rules.defaults())).hasMessage("""
                3 problems in the handlers:
                  Hen cannot be made: the handler factory threw java.lang.IllegalStateException: no such bean
                  Egg cannot be made: the handler factory made nothing
                  Self cannot be made: the handler factory made a java.lang.String""");
    }

    private static Says says(Supplies supplies, Object... handlers) {
        return Says.with(new Handlers(List.of(handlers), List.of(), supplies).router(Rules.defaults()));
    }

    @Settings
    record Unreadable(Clock clock) {}

    static final class OfUnreadable {

        OfUnreadable(Unreadable unreadable) {
            assertThat(unreadable).isNotNull();
        }
    }

    static final class NeedsSettings {

        private final Needed needed;

        NeedsSettings(Needed needed) {
            this.needed = needed;
        }

        @OnMessage("what")
        String what() {
            return needed.what();
        }
    }

    static final class NeedsClock {

        NeedsClock(Clock clock) {
            assertThat(clock).isNotNull();
        }
    }

    static final class NeedsNeedsClock {

        NeedsNeedsClock(NeedsClock other) {
            assertThat(other).isNotNull();
        }
    }

    static final class Hen {

        Hen(Egg egg) {
            assertThat(egg).isNotNull();
        }
    }

    static final class Egg {

        Egg(Hen hen) {
            assertThat(hen).isNotNull();
        }
    }

    static final class Self {

        Self(Self self) {
            assertThat(self).isNotNull();
        }
    }

    interface Ordinal {}

    static final class First implements Ordinal {

        @OnMessage("first")
        void first() {}
    }

    static final class Second implements Ordinal {

        @OnMessage("second")
        void second() {}
    }

    static final class Any {

        Any(Ordinal ordinal) {
            assertThat(ordinal).isNotNull();
        }
    }
}
