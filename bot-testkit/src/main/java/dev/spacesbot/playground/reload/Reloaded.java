package dev.spacesbot.playground.reload;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.internal.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a change to a bot's classes or to its file.
 *
 * @param bot the bot's account
 * @param changed the simple names of the classes, and the name of the file; empty where only what comes under {@code rest} is
 *     different
 * @param report what is wrong, so that the bot keeps the handlers that it had; empty where all is well
 * @param rest what counts only after a new start; empty where all counts now
 */
public record Reloaded(EmulatedUser bot, List<String> changed, Optional<String> report, List<String> rest) {

    /** For people: which handlers the bot has now, and why. */
    public String inWords() {
        List<String> sentences = new ArrayList<>();
        String what = String.join(", ", changed) + (changed.size() == 1 ? " has changed" : " have changed");
        if (!changed.isEmpty()) {
            sentences.add(
                    report.isEmpty()
                            ? bot.displayName() + " has new handlers: " + what + "."
                            : bot.displayName() + " keeps its handlers, though " + what + ":\n" + report.get());
        }
        remark().ifPresent(sentences::add);
        if (sentences.isEmpty()) {
            sentences.add(bot.displayName()
                    + report.map(wrong -> " keeps its handlers: " + wrong)
                            .orElse(" has its classes again, and they are the same."));
        }
        return String.join("\n", sentences);
    }

    /** For the page. */
    public ObjectNode json() {
        ObjectNode json = Json.object().put("bot", bot.id());
        ArrayNode names = json.putArray("changed");
        changed.forEach(names::add);
        rest.forEach(names::add);
        return json.put("report", report.or(this::remark).orElse(null));
    }

    private Optional<String> remark() {
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of("Start play again to see what is new in " + String.join(", ", rest) + ".");
    }
}
