package dev.spacesbot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.emulator.EmulatedUser;
import dev.spacesbot.emulator.Faults;
import dev.spacesbot.emulator.SendRejection;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.internal.wire.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.util.List;

/** Makes things go wrong at a click. Each answers with a line about what will be seen. */
final class FaultRoutes {

    private static final int MOST_TIMES = 100;
    private static final int MOST_MILLIS = 60_000;

    private final SpacesEmulator emulator;
    private final List<PlayedBot> bots;
    private final Runnable restart;

    /** {@code restart} lets the server go away for a moment. */
    FaultRoutes(SpacesEmulator emulator, List<PlayedBot> bots, Runnable restart) {
        this.emulator = emulator;
        this.bots = bots;
        this.restart = restart;
    }

    void add(RoutesConfig routes) {
        routes.post("/playground/faults/{name}", ctx -> {
            JsonNode asked = Answer.body(ctx);
            String said = cause(ctx.pathParam("name"), asked, bot(Json.text(asked, "bot")));
            Answer.send(ctx, Json.object().put("said", said));
        });
    }

    private String cause(String name, JsonNode asked, EmulatedUser bot) {
        Faults faults = emulator.faults();
        String who = bot.displayName();
        int times = number(asked, "times", 1, MOST_TIMES);
        switch (name) {
            case "drop" -> {
                faults.dropConnections(bot);
                return "The connection of " + who + " was dropped.";
            }
            case "refuse" -> {
                faults.refuseTokens(times);
                faults.dropConnections(bot);
                return "The connection of " + who + " was dropped, and the next " + times(times)
                        + " a token is refused.";
            }
            case "expire" -> {
                faults.expireTokens(bot);
                return "The token of " + who
                        + " has expired. A bot whose token cannot be renewed stays away: start again.";
            }
            case "restart" -> {
                restart.run();
                return "The server goes away for a moment.";
            }
            default -> {
                return causeToMessages(name, asked, bot);
            }
        }
    }

    private String causeToMessages(String name, JsonNode asked, EmulatedUser bot) {
        Faults faults = emulator.faults();
        String who = bot.displayName();
        int times = number(asked, "times", 1, MOST_TIMES);
        switch (name) {
            case "reject" -> {
                faults.rejectSends(bot, times, SendRejection.OBJECT, "too.busy");
                return "The next " + times(times) + " that " + who + " sends, it is rejected.";
            }
            case "slow" -> {
                int millis = number(asked, "millis", 0, MOST_MILLIS);
                faults.delayDeliveries(Duration.ofMillis(millis));
                return millis == 0
                        ? "Everything is delivered at once."
                        : "Everything is delivered " + millis + " ms later.";
            }
            case "duplicate" -> {
                faults.duplicateDeliveries(bot, times);
                return "The next " + times(times) + " that " + who + " gets a message, it gets it twice.";
            }
            case "fill" -> {
                faults.exhaust(bot);
                return who + " has sent as much as it may within a minute.";
            }
            default -> throw new NotFoundResponse("There is no such fault.");
        }
    }

    private static String times(int times) {
        return times == 1 ? "time" : times + " times";
    }

    private EmulatedUser bot(String id) {
        return bots.stream()
                .map(PlayedBot::user)
                .filter(bot -> id.isEmpty() || bot.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundResponse("There is no bot with this id."));
    }

    private static int number(JsonNode asked, String field, int otherwise, int most) {
        JsonNode value = asked.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isInt() || value.asInt() < 0 || value.asInt() > most) {
            throw Answer.wrong(field + " must be a whole number from 0 to " + most + ".");
        }
        return value.asInt();
    }
}
