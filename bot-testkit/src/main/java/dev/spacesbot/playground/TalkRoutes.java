package dev.spacesbot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.emulator.EmulatedSpace;
import dev.spacesbot.emulator.SpacesEmulator;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.playground.recording.Recording;
import dev.spacesbot.transcript.Entry;
import dev.spacesbot.transcript.TranscriptException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What was said as a transcript, and transcripts that are played again. */
final class TalkRoutes {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SpacesEmulator emulator;
    private final List<PlayedBot> bots;
    private final Recording recording;
    private final List<Replay> replays = new ArrayList<>();

    TalkRoutes(SpacesEmulator emulator, List<PlayedBot> bots, Recording recording) {
        this.emulator = emulator;
        this.bots = bots;
        this.recording = recording;
    }

    void add(RoutesConfig routes) {
        routes.get("/playground/spaces/{space}/transcript", this::transcript);
        routes.get("/playground/messages/{message}/test", this::test);
        routes.post("/playground/replays", this::begin);
        routes.post("/playground/replays/{replay}/next", this::next);
    }

    private void transcript(Context ctx) {
        EmulatedSpace space = emulator.spaces().stream()
                .filter(each -> each.id().equals(ctx.pathParam("space")))
                .findFirst()
                .orElseThrow(() -> new NotFoundResponse("There is no such space."));
        PlayedBot bot = bot(ctx.queryParam("bot"), space);
        text(ctx, recording.transcript(space, bot.user(), bot::took));
    }

    private void test(Context ctx) {
        String id = ctx.pathParam("message");
        String asked = ctx.queryParam("bot");
        EmulatedSpace space;
        try {
            space = emulator.spaceOf(id);
        } catch (RuntimeException e) {
            throw new NotFoundResponse("There is no such message.");
        }
        String sender = emulator.message(id).path("sender").path("_id").asText();
        boolean itself = bots.stream().anyMatch(bot -> bot.user().id().equals(sender));
        PlayedBot bot = bot(asked == null && itself ? sender : asked, space);
        text(
                ctx,
                recording
                        .test(id, bot.user(), bot::took)
                        .orElseThrow(() -> new NotFoundResponse("There is no such message.")));
    }

    private static void text(Context ctx, String text) {
        ctx.contentType("text/plain; charset=utf-8")
                .header("Cache-Control", "no-store")
                .result(text);
    }

    private void begin(Context ctx) {
        JsonNode asked = Answer.body(ctx);
        String wanted = Json.text(asked, "bot");
        PlayedBot bot = bot(wanted.isEmpty() ? null : wanted, null);
        Replay replay;
        try {
            replay = Replay.of(Json.text(asked, "text"), emulator, bot, PATIENCE);
        } catch (TranscriptException e) {
            ObjectNode answer = Json.object();
            ArrayNode problems = answer.putArray("problems");
            e.problems().forEach(problems::add);
            Answer.send(ctx.status(HttpStatus.BAD_REQUEST), answer);
            return;
        } catch (CompletionException e) {
            throw new ServiceUnavailableResponse(
                    bot.user().displayName() + " could not join a new space: " + e.getMessage());
        }
        Answer.send(ctx, describe(replay, keep(replay)));
    }

    private static ObjectNode describe(Replay replay, int id) {
        ObjectNode answer = Json.object().put("id", Integer.toString(id)).put("space", replay.spaceId());
        ArrayNode steps = answer.putArray("steps");
        for (Entry step : replay.steps()) {
            steps.addObject().put("line", step.first()).put("text", replay.text(step));
        }
        return answer;
    }

    private int keep(Replay replay) {
        synchronized (replays) {
            replays.add(replay);
            return replays.size() - 1;
        }
    }

    private void next(Context ctx) throws InterruptedException {
        Replay.Outcome outcome;
        try {
            outcome = replay(ctx.pathParam("replay")).next();
        } catch (IllegalStateException e) {
            throw Answer.wrong(String.valueOf(e.getMessage()));
        }
        Answer.send(
                ctx,
                Json.object()
                        .put("step", outcome.step())
                        .put("ok", outcome.ok())
                        .put("heard", outcome.heard())
                        .put("expected", outcome.expected())
                        .put("note", outcome.note())
                        .put("space", outcome.space())
                        .put("done", outcome.done()));
    }

    private Replay replay(String id) {
        synchronized (replays) {
            return IntStream.range(0, replays.size())
                    .filter(each -> Integer.toString(each).equals(id))
                    .mapToObj(replays::get)
                    .findFirst()
                    .orElseThrow(() -> new NotFoundResponse("There is no such replay."));
        }
    }

    /** The one that is asked for; else the first that is in the space; else the first. */
    private PlayedBot bot(@Nullable String id, @Nullable EmulatedSpace space) {
        return bots.stream()
                .filter(bot -> id == null || bot.user().id().equals(id))
                .min((one, other) -> Boolean.compare(isIn(other, space), isIn(one, space)))
                .orElseThrow(() -> new NotFoundResponse("There is no such bot."));
    }

    private static boolean isIn(PlayedBot bot, @Nullable EmulatedSpace space) {
        return space != null && space.members().contains(bot.user());
    }
}
