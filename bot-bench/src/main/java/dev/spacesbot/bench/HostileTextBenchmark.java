package dev.spacesbot.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.Reply;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.internal.dispatch.Invocation;
import dev.spacesbot.internal.dispatch.Occasion;
import dev.spacesbot.internal.dispatch.Router;
import dev.spacesbot.internal.wire.EventReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the service's JSON to what a bot with a thousand commands says to it, for texts of 16 KB that are meant to hurt. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@SuppressWarnings("NullAway.Init") // made by set-up
public class HostileTextBenchmark {

    private static final int LENGTH = 16_000;
    private static final String ANN = "5f00aa11bb22cc33dd44ee01";

    /** Of what the text consists. */
    @Param({"markup", "depth", "invisible", "rightToLeft", "quotes", "words", "numbers", "mentions", "address"})
    public String kind;

    private Router router;
    private JsonNode json;

    /** Makes the bot and the message. */
    @Setup
    public void makeBot() throws ReflectiveOperationException {
        router = RoutingBenchmark.router(1000, true);
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("_id", "60aa22cc33dd44ee55ff6602")
                .put("category", "chat")
                .put("topicId", "60aa11bb22cc33dd44ee5501")
                .put("topicType", "direct")
                .put("created", "2026-01-05T09:00:00.000Z");
        message.putObject("sender").put("_id", ANN).put("type", "user").put("displayname", "Ann");
        ArrayNode mentions = message.putArray("mentions");
        message.putObject("content").put("bodyText", text(mentions));
        json = message;
    }

    private String text(ArrayNode mentions) {
        return switch (kind) {
            case "markup" -> filled("<b></b>");
            case "depth" -> filled("<div>");
            case "invisible" -> "cmd001 " + filled("\u200b\u2060\u00ad");
            case "rightToLeft" -> "\u202ecmd001 " + filled("\u05d0\u202e \u2067");
            case "quotes" -> "cmd001 " + filled("\"a ");
            case "words" -> "cmd001 " + filled("to ");
            case "numbers" -> "cmd001 web to prod in " + filled("1 h and ");
            case "mentions" -> mentioned(mentions);
            default -> "@bot cmd01 " + filled("@bot ");
        };
    }

    private static String mentioned(ArrayNode mentions) {
        List<String> texts = new ArrayList<>(List.of("cmd001"));
        for (int i = 0; i < 500; i++) {
            String name = "Ann " + i;
            texts.add("@" + name);
            mentions.addObject()
                    .put("id", "5f00aa11bb22cc33dd44" + Workload.digits(4, i))
                    .put("title", name);
        }
        return String.join(" ", texts);
    }

    private static String filled(String piece) {
        return piece.repeat(LENGTH / piece.length());
    }

    /** Reads the message, finds what answers it, and lets it answer. */
    @Benchmark
    public int answer() throws Throwable {
        SpaceEvent event = EventReader.read(json).orElseThrow();
        List<Reply> said = new ArrayList<>();
        for (Invocation invocation : router.route(event, RoutingBenchmark.BOT, NoContext.NONE)) {
            invocation.run(Occasion.of(event), NoContext.NONE, said::add);
        }
        return said.size();
    }
}
