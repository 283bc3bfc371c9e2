package dev.spacesbot.examples.greeter;

import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.Arg;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnPost;
import java.util.Random;

/**
 * The first bot: texts, arguments, and what a handler may know of who speaks and where.
 *
 * <ul>
 *   <li>{@code hello} greets whoever said it by name;
 *   <li>{@code hello Ann} and {@code hello Ann and Bob} greet others, {@code {names...}} taking the rest of the text;
 *   <li>{@code roll 2 20} rolls two dice with twenty sides; a word where a number belongs, or a number out of its bounds,
 *       gets the usage for an answer;
 *   <li>{@code where am I} tells the space's name;
 *   <li>a post is welcomed with a comment on it;
 *   <li>{@code help} lists all this, made from what the annotations say.
 * </ul>
 *
 * Handlers are found by their annotations. They may have any visibility; their parameters are bound by type, or by name
 * where the template names them. What they return is the reply, and it goes to the space that asked.
 */
final class Greeter {

    private final Random random = new Random();

    @OnMessage(
            value = {"hello", "hi"},
            description = "greets you")
    String hello(User sender) {
        return "Hello, " + sender.displayName() + "!";
    }

    @OnMessage(
            value = {"hello {names...}", "hi {names...}"},
            description = "greets others",
            example = "hello Ann and Bob")
    String helloTo(String names) {
        return "Hello, " + names + "!";
    }

    @OnMessage(value = "roll {dice} {sides}", description = "rolls dice", example = "roll 2 20")
    String roll(@Arg(min = 1, max = 100) int dice, @Arg(min = 2) int sides) {
        return random.ints(dice, 1, sides + 1).sum() + " with " + dice + " dice.";
    }

    @OnMessage(value = "where am I", description = "tells the name of this space")
    String where(Space space) {
        return "In " + space.title() + ".";
    }

    @OnPost
    String welcome(User sender) {
        return "Thank you for the post, " + sender.displayName() + ".";
    }
}
