package dev.spacesbot.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.Envelope;
import dev.spacesbot.event.Presence;
import dev.spacesbot.event.Presence.Kind;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresenceReaderTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void readsThatSomebodyCameIn() throws JsonProcessingException {
        Optional<Presence> read = read("""
                {"category":"app.event.presence.party.online","topicId":"s1","receivers":[],
                 "content":{"desktop":false,"idle":false,"offline":false,"role":"guest",
                  "subscribeTime":"2021-05-23T10:15:00.000Z","mediaSession":{"audio":false}},
                 "sender":{"_id":"u1","type":"user","username":"ann@example.org","displayname":"Ann","phone_numbers":[]}}""");

        assertThat(read)
                .contains(new Presence(
                        new Envelope(
                                "",
                                new Space("s1", "", Space.Kind.GROUP),
                                new User("u1", User.Kind.USER, "ann@example.org", "Ann"),
                                NOW,
                                null,
                                Change.CREATED),
                        Kind.ENTERED,
                        Instant.parse("2021-05-23T10:15:00Z")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'category':'app.event.presence.party.online','topicId':'s'|ENTERED",
                "'category':'app.event.presence.party.online','topicId':'s','content':{'offline':true}|LEFT",
                "'category':'app.event.presence.party.leaves','topicId':'s'|LEFT",
                "'category':'app.event.presence.party.leaves','topicId':'s','receivers':[{'_id':'u2'}]|LEFT",
                "'category':'party.typing','topicId':'s','userId':'u1','version':'1.1'|TYPING",
                "'category':'party.typing','content':{'topicId':'s','subscribeTime':'soon'}|TYPING",
                "'category':'party.typing','topicId':null,'content':{'topicId':'s'},'receivers':null|TYPING"
            })
    void takesEverySpelling(String fields, Kind kind) throws JsonProcessingException {
        Presence read =
                read("{" + fields + ",'sender':{'_id':'u1','type':'phone'}}").orElseThrow();

        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.space().id()).isEqualTo("s");
        assertThat(read.sender().kind()).isEqualTo(User.Kind.OTHER);
        assertThat(read.since()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'category':'app.event.presence.party.online','receivers':[{'_id':'u2'}]",
                "'category':'app.event.presence.request.parties'",
                "'category':'party.dancing'",
                "'category':7",
                "'content':{}"
            })
    void passesOverWhatIsNobodysComingOrGoing(String fields) throws JsonProcessingException {
        assertThat(read("{" + fields + ",'topicId':'s','sender':{'_id':'u1'}}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'category':'party.typing','sender':{'_id':'u1'}}|topicId is missing",
                "{'category':'party.typing','topicId':{},'sender':{'_id':'u1'}}|topicId is missing",
                "{'category':'party.typing','topicId':'s'}|sender._id is missing",
                "{'category':'party.typing','topicId':'s','sender':[]}|sender._id is missing"
            })
    void saysWhatIsMissing(String json, String problem) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(MalformedEventException.class)
                .hasMessage(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "'x'"})
    void makesNothingOfWhatIsNoObject(String json) throws JsonProcessingException {
        assertThat(read(json)).isEmpty();
    }

    private static Optional<Presence> read(String json) throws JsonProcessingException {
        return PresenceReader.read(Json.read(json.replace('\'', '"')), NOW);
    }
}
