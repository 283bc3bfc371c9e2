package dev.spacesbot.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a bot of these handler classes for each test of a class, or for one test method, and gives its parts to the
 * test's parameters: {@link TestBot}, {@link TestSpace} (a space named after the parameter, with the bot in it),
 * {@link TestClock} and {@link dev.spacesbot.emulator.SpacesEmulator}.
 *
 * <pre>{@code
 * @BotTest(Greeter.class)
 * class GreeterTest {
 *
 *     @Test
 *     void greetsByName(TestSpace space) {
 *         space.user("Ann").says("hello");
 *
 *         space.expect("Hello, Ann!");
 *     }
 * }
 * }</pre>
 *
 * <p>A handler that threw fails the test, unless the test asks for it with {@link TestBot#expectFailure}. Tests share
 * nothing and may run in parallel. For handlers that need services, make a {@link TestBot} yourself.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BotTestExtension.class)
public @interface BotTest {

    /** The handler classes. */
    Class<?>[] value();
}
