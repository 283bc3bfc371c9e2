package dev.spacesbot.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spacesbot.event.Attachment;
import dev.spacesbot.event.Mention;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.internal.wire.Mentions;
import dev.spacesbot.transport.Connection;
import dev.spacesbot.transport.Transport;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.TransportException.Kind;
import dev.spacesbot.transport.Upload;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same, with files and mentions. */
abstract class FilesContract extends FaultsContract {

    FilesContract(Timers clock) {
        super(clock);
    }

    private static Upload file(byte[] content) {
        return new Upload("a picture.png", "image/png", content.length, () -> new ByteArrayInputStream(content));
    }

    @Test
    void uploadsAFileAndSendsAMessageWithIt() {
        byte[] content = new byte[3_000_000];
        new Random(1).nextBytes(content);
        Connection connection = subscribed();

        Attachment uploaded = transport().upload(lab.id(), file(content));
        connection.send(chat(lab, "look", "req-1").with(List.of(uploaded)));

        heard.expect("Bot: look <req-1>");
        Attachment heardOf = ((Message) heard.events.get(0)).attachments().get(0);
        assertThat(heardOf)
                .isEqualTo(new Attachment(uploaded.fileId(), "a picture.png", "image/png", 3_000_000, heardOf.url()));
        assertThat(heardOf.url()).endsWith("/files/" + uploaded.fileId());
        assertThat(emulator.file(uploaded.fileId())).isEqualTo(content);
    }

    @Test
    void uploadsAnEmptyFile() {
        Attachment uploaded = transport().upload(lab.id(), file(new byte[0]));

        assertThat(emulator.file(uploaded.fileId())).isEmpty();
    }

    @Test
    void declinesUploads() {
        Transport transport = transport();
        Upload file = file(new byte[] {1});
        emulator.faults().refuseUploads();
        assertThatThrownBy(() -> transport.upload(lab.id(), file))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REJECTED))
                .hasMessageContaining("Uploads are refused, as a test has asked.");
        emulator.faults().allowUploads();
        emulator.faults().failUploads(1, 503);

        assertThatThrownBy(() -> transport.upload(lab.id(), file))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
        assertThat(emulator.file(transport.upload(lab.id(), file).fileId())).containsExactly(1);
    }

    @Test
    void takesThirtyFilesAMinute() {
        Transport transport = transport();
        for (int i = 0; i < 30; i++) {
            transport.upload(lab.id(), file(new byte[0]));
        }

        assertThatThrownBy(() -> transport.upload(lab.id(), file(new byte[0])))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
    }

    @Test
    void aMentionIsHeardAsSuch() {
        Connection connection = subscribed();
        User person = new User(ann.id(), User.Kind.USER, "", "Ann");

        emulator.say(ann, lab, "hello @Bot", bot);
        connection.send(chat(lab, Mentions.insert("hello @Ann", List.of(person)), "req-1"));

        heard.expect("Ann: hello @Bot", "Bot: hello @Ann <req-1>");
        assertThat(heard.events)
                .extracting(event -> ((Message) event).mentions())
                .containsExactly(List.of(new Mention(bot.id(), "Bot")), List.of(new Mention(ann.id(), "Ann")));
    }

    @Test
    void findsTheDirectSpaceWithAGuest() {
        EmulatedUser gus = emulator.guest("Gus");
        User guest = new User(gus.id(), User.Kind.ANONYMOUS, gus.username(), "Gus");

        assertThat(transport().direct(guest).id()).isEqualTo(gus.direct(bot).id());
    }
}
