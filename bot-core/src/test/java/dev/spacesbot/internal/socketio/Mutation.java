package dev.spacesbot.internal.socketio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.internal.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes frames that are nearly right: wrong in their letters, or in their values. */
final class Mutation {

    private static final List<String> FRAMES = List.of(
            """
            42/chat,["MESSAGE_SENT",{"_id":"m1","category":"chat","topicId":"lab","topicTitle":"Lab","topicType":"group",\
            "sender":{"_id":"ann","type":"user","username":"ann@example.org","displayname":"Ann"},\
            "created":"2026-01-05T09:00:00.000Z","modified":"2026-01-05T09:00:00.000Z","loopbackMetadata":"x-1",\
            "content":{"bodyText":"<p>remind 5 minutes <b>tea</b> &amp; cake</p>","data":[{"fileId":"f1","name":"a.png",\
            "fileSize":12,"fileType":"image/png","path":"/a"}]},"mentions":[{"id":"bot","type":"user","title":"Bot"}]}]""",
            """
            42/chat,["MESSAGE_SENT",{"_id":"m2","category":"task","topicId":"lab","sender":{"_id":"ann","type":"user"},\
            "created":"2026-01-05T09:00:00.000Z","content":{"bodyText":"Water","description":"<i>all</i>","status":0,\
            "assignees":[{"_id":"bot","type":"user"}],"dueDate":"2026-01-06T09:00:00.000Z"}}]""",
            """
            42/chat,["MESSAGE_SENT",{"_id":"m3","category":"idea","topicId":"lab","sender":{"_id":"ann"},\
            "created":"2026-01-05T09:00:00.000Z","content":{"bodyText":"Plan","description":"<ul><li>one</li></ul>"},\
            "parentMsg":{"_id":"m2"}}]""",
            """
            42/chat,["SEND_MESSAGE_FAILED",{"topicId":"lab","loopbackMetadata":"x-1","content":{"bodyText":"pong"},\
            "error":{"code":"not.now","message":"later"}}]""",
            "42/chat,[\"SEND_MESSAGE_FAILED\",{\"topicId\":\"lab\",\"error\":\"not.now\"}]",
            "42/chat,[\"CHANNEL_SUBSCRIBED\",{\"channel\":{\"_id\":\"lab\",\"type\":\"topic\"}}]",
            "42/chat,[\"CHANNEL_UNSUBSCRIBED\",{\"channel\":{\"_id\":\"lab\",\"type\":\"topic\"}}]",
            "42/chat,[\"SUBSCRIBE_CHANNEL_FAILED\",{\"channel\":{\"_id\":\"lab\"},\"error\":{\"code\":\"topic.not.found\"}}]",
            """
            42/chat,["PRESENCE_EVENT_RESPONSE",{"category":"app.event.presence.party.typing","topicId":"lab",\
            "sender":{"_id":"ann","type":"user","displayname":"Ann"},"content":{"isTyping":true,"role":"admin"}}]""",
            "44/chat,{\"message\":\"Invalid token\"}",
            "44/chat,\"Invalid token\"");

    /** What programs are apt to stumble over. */
    private static final List<String> WORDS = List.of(
            "",
            "\\u0000",
            "\u202e",
            "\ud800",
            "\\ud800",
            "\u200b",
            "-1",
            "1e999",
            "99999999999999999999",
            "null",
            "[[[[",
            "{\"a\":",
            "\\",
            "\"",
            "</script>",
            "&#x110000;",
            "%00",
            "2026-13-45T99:99:99Z",
            "lab",
            "bot",
            "m1",
            "remind");

    private static final int DEEPEST = 150;

    private final Random random;
    private int ids;

    Mutation(Random random) {
        this.random = random;
    }

    String next() {
        // Each with an id of its own: what is known already goes no further.
        String frame = FRAMES.get(random.nextInt(FRAMES.size()))
                .replaceAll("\"_id\":\"m[0-9]\"", "\"_id\":\"m" + ++ids + "\"");
        return random.nextBoolean() ? inItsLetters(frame) : inItsValues(frame);
    }

    private String inItsLetters(String frame) {
        StringBuilder mutated = new StringBuilder(frame);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(mutated.length() + 1);
            int end = Math.min(mutated.length(), at + random.nextInt(20));
            switch (random.nextInt(6)) {
                case 0 -> mutated.delete(at, end);
                case 1 -> mutated.insert(at, mutated.substring(at, end).repeat(random.nextInt(5)));
                case 2 -> mutated.insert(at, (char) random.nextInt(Character.MAX_VALUE));
                case 3 -> mutated.setLength(at);
                case 4 -> mutated.append(FRAMES.get(random.nextInt(FRAMES.size())), 0, 20);
                default -> mutated.insert(at, word());
            }
        }
        return mutated.toString();
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private String inItsValues(String frame) {
        int begin = frame.indexOf(',') + 1;
        try {
            JsonNode json = Json.read(frame.substring(begin));
            List<ObjectNode> objects = new ArrayList<>();
            collect(json, objects);
            for (int i = random.nextInt(3); i >= 0 && !objects.isEmpty(); i--) {
                mutate(objects.get(random.nextInt(objects.size())));
            }
            return frame.substring(0, begin) + json;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The frames to begin with are right", e);
        }
    }

    private static void collect(JsonNode json, List<ObjectNode> objects) {
        if (json instanceof ObjectNode object) {
            objects.add(object);
        }
        json.forEach(child -> collect(child, objects));
    }

    private void mutate(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() ? word() : names.get(random.nextInt(names.size()));
        switch (random.nextInt(4)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(word(), object.path(name).deepCopy());
            default -> object.set(name, value());
        }
    }

    private JsonNode value() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(8)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.numberNode(random.nextLong());
            case 2 -> nodes.booleanNode(random.nextBoolean());
            case 3 -> nodes.textNode(word().repeat(random.nextInt(2_000)));
            case 4 -> nodes.objectNode().put(word(), word());
            case 5 -> deep(random.nextInt(DEEPEST));
            case 6 -> nodes.textNode("<b>".repeat(random.nextInt(500)) + word());
            default -> nodes.textNode(word());
        };
    }

    private static JsonNode deep(int levels) {
        ArrayNode outer = JsonNodeFactory.instance.arrayNode();
        ArrayNode inner = outer;
        for (int i = 0; i < levels; i++) {
            inner = inner.addArray();
        }
        return outer;
    }
}
