package dev.spacesbot.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.Mention;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Post;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import dev.spacesbot.event.User;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    @Test
    void readsAMessage() throws JsonProcessingException {
        Message message = (Message) read("""
                {"_id":"m1","category":"chat","topicId":"s1","topicTitle":"Lab","topicType":"direct",
                 "content":{"bodyText":"<p>it&#x27;s me</p>","description":"","data":[],"endTime":null},
                 "sender":{"_id":"u1","type":"anonymous","username":"guest","displayname":"Ann"},
                 "created":"2021-05-23T10:15:30.000Z","modified":null,"mentions":[]}""");

        assertThat(message.text()).isEqualTo("it's me");
        assertThat(message.html()).isEqualTo("<p>it&#x27;s me</p>");
        assertThat(message.space()).isEqualTo(new Space("s1", "Lab", Space.Kind.DIRECT));
        assertThat(message.sender()).isEqualTo(new User("u1", User.Kind.ANONYMOUS, "guest", "Ann"));
        assertThat(message.created()).isEqualTo("2021-05-23T10:15:30Z");
        assertThat(message.change()).isEqualTo(Change.CREATED);
        assertThat(message.isComment()).isFalse();
    }

    @Test
    void readsAMessageWithoutAnythingThatMayBeAbsent() throws JsonProcessingException {
        Message message = (Message) read(chat(""));

        assertThat(message.text()).isEmpty();
        assertThat(message.created()).isEqualTo(Instant.EPOCH);
        assertThat(message.attachments()).isEmpty();
        assertThat(message.mentions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"mentions\":null",
                "\"mentions\":{}",
                "\"mentions\":\"u1\"",
                "\"mentions\":[null,7,[],{}]",
                "\"created\":12345",
                "\"created\":\"yesterday\"",
                "\"created\":{}",
                "\"modified\":[]",
                "\"parentMsg\":null",
                "\"parentMsg\":\"t1\"",
                "\"topicTitle\":null",
                "\"topicType\":7",
            })
    void survivesOddValues(String field) throws JsonProcessingException {
        Message message = (Message) read(chat("," + field));

        assertThat(message.mentions()).isEmpty();
        assertThat(message.isComment()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "\"file\"", "[null]", "[7,\"x\",[]]"})
    void survivesOddAttachments(String data) throws JsonProcessingException {
        SpaceEvent event = read(chat("").replace("{}", "{\"data\":" + data + "}"));

        assertThat(((Message) event).attachments()).isEmpty();
    }

    @Test
    void readsAttachments() throws JsonProcessingException {
        Message message = (Message) read(chat("").replace(
                        "{}",
                        "{\"data\":[{\"fileId\":\"f\",\"name\":\"a.png\",\"providerFileType\":\"image/png\","
                                + "\"fileSize\":\"12\",\"path\":\"https://example.org/f\"}]}"));

        assertThat(message.attachments())
                .containsExactly(new Attachment("f", "a.png", "image/png", 12, "https://example.org/f"));
    }

    @Test
    void readsMentionsOfBothKindsOnce() throws JsonProcessingException {
        Message message = (Message) read(chat(",\"mentions\":[\"u1\",{\"id\":\"u2\",\"title\":\"Bob\"},\"u1\",\"u3\"]")
                .replace("{}", "{\"bodyText\":\"<mention id='u1' value='Ann'>@Ann</mention>\"}"));

        assertThat(message.mentions())
                .containsExactly(new Mention("u1", "Ann"), new Mention("u2", "Bob"), new Mention("u3", ""));
    }

    @Test
    void readsAHundredThousandMentionsQuickly() {
        String ids = IntStream.range(0, 100_000).mapToObj(i -> "\"u" + i + "\"").collect(Collectors.joining(","));

        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(((Message) read(chat(",\"mentions\":[" + ids + "]"))).mentions())
                        .hasSize(100_000));
    }

    @Test
    void readsACommentsParent() throws JsonProcessingException {
        assertThat(((Message) read(chat(",\"parentMsg\":{\"_id\":\"t1\"}"))).parentId())
                .isEqualTo("t1");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-05-23T10:15:30.000Z, CREATED",
        "2021-05-23T10:15:31.500Z, CREATED",
        "2021-05-23T10:15:33.000Z, UPDATED",
        "2021-05-23T12:15:30.000+02:00, CREATED",
        "2021-05-23T10:00:00.000Z, CREATED",
    })
    void tellsAChangeByItsTime(String modified, Change change) throws JsonProcessingException {
        SpaceEvent event = read(chat(",\"created\":\"2021-05-23T10:15:30.000Z\",\"modified\":\"" + modified + "\""));

        assertThat(event.change()).isEqualTo(change);
    }

    @ParameterizedTest
    @CsvSource({
        "pending, PENDING",
        "complete, COMPLETED",
        "completed, COMPLETED",
        "Completed, COMPLETED",
        "1, COMPLETED",
        "0, PENDING",
        "odd, PENDING"
    })
    void readsEverySpellingOfAStatus(String status, Task.Status expected) throws JsonProcessingException {
        String task = chat("").replace("\"chat\"", "\"task\"");
        String number = task.replace("}}", "},\"status\":" + status + "}");

        assertThat(((Task) read(task.replace("{}", "{\"status\":\"" + status + "\"}"))).status())
                .isEqualTo(expected);
        if (status.length() == 1) {
            assertThat(((Task) read(number)).status()).isEqualTo(expected);
        }
    }

    @Test
    void readsTaskFieldsInTheContentAndAtTheTop() throws JsonProcessingException {
        String fields = "\"assignees\":[{\"_id\":\"u1\"},\"u2\",null,{}],\"dueDate\":\"2026-02-01T00:00:00Z\"";
        String task = chat("").replace("\"chat\"", "\"task\"");

        Task inside = (Task) read(task.replace("{}", "{\"bodyText\":\"Buy &amp; eat\"," + fields + "}"));
        Task top = (Task) read(task.replace("{}", "{\"bodyText\":\"Buy &amp; eat\"}," + fields));

        assertThat(inside).isEqualTo(top);
        assertThat(inside.title()).isEqualTo("Buy & eat");
        assertThat(inside.assignees()).containsExactly("u1", "u2");
        assertThat(inside.dueDate()).isEqualTo("2026-02-01T00:00:00Z");
    }

    @Test
    void readsAPostWithEmptyData() throws JsonProcessingException {
        Post post = (Post) read(chat("").replace("\"chat\"", "\"idea\"")
                .replace("{}", "{\"bodyText\":\"News\",\"description\":\"<p>a<br>b</p>\",\"data\":\"\"}"));

        assertThat(post.title()).isEqualTo("News");
        assertThat(post.text()).isEqualTo("a\nb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "\"x\"", "{}", "{\"category\":null}", "{\"category\":\"meeting\"}"})
    void passesOverWhatIsNoMessage(String json) throws JsonProcessingException {
        assertThat(EventReader.read(Json.read(json))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "_id, _id is missing",
        "topicId, topicId is missing",
        "content, content is missing",
        "sender, sender._id is missing"
    })
    void saysWhatAnUnreadableMessageLacks(String field, String problem) throws JsonProcessingException {
        var json = Json.read(chat(""));
        ((ObjectNode) json).putNull(field);

        assertThatThrownBy(() -> EventReader.read(json))
                .isInstanceOf(MalformedEventException.class)
                .hasMessage(problem);
    }

    private static String chat(String more) {
        return "{\"_id\":\"m1\",\"category\":\"chat\",\"topicId\":\"s1\",\"sender\":{\"_id\":\"u1\"},\"content\":{}"
                + more + "}";
    }

    private static SpaceEvent read(String json) throws JsonProcessingException {
        return EventReader.read(Json.read(json)).orElseThrow();
    }
}
