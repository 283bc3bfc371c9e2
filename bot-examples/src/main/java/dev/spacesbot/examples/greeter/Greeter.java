package dev.spacesbot.examples.greeter;

import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnPost;
import java.util.Random;

/**
 * The first bot: texts, arguments, and what a handler may know of who speaks and where.
 *
 * <ul>
 *   <li>{@code hello} greets whoever said it by name;
 *   <li>{@code hello Ann} and {@code hello Ann and Bob} greet others, {@code {names...}} taking the rest of the text;
 *   <li>{@code roll 2 20} rolls two dice with twenty sides; a word where a number belongs gets the usage for an answer;
 *   <li>{@code where am I} tells the space's name;
 *   <li>a post is welcomed with a comment on it.
 * </ul>
 *
 * Handlers are found by their annotations. They may have any visibility; their parameters are bound by type, or by name
 * where the template names them. What they return is the reply, and it goes to the space that asked.
 */
final class Greeter {

    private static final int MOST_DICE = 100;

    private final Random random = new Random();

    @OnMessage({"hello", "hi"})
    String hello(User sender) {
        return "Hello, " + sender.displayName() + "!";
    }

    @OnMessage({"hello {names...}", "hi {names...}"})
    String helloTo(String names) {
        return "Hello, " + names + "!";
    }

    @OnMessage("roll {dice} {sides}")
    String roll(int dice, int sides) {
        if (dice < 1 || dice > MOST_DICE || sides < 2) {
            return "I have " + MOST_DICE + " dice with 2 sides or more.";
        }
        return random.ints(dice, 1, sides + 1).sum() + " with " + dice + " dice.";
    }

    @OnMessage("where am I")
    String where(Space space) {
        return "In " + space.title() + ".";
    }

    @OnPost
    String welcome(User sender) {
        return "Thank you for the post, " + sender.displayName() + ".";
    }
}
