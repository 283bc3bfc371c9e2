package dev.spacesbot.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spacesbot.config.Auth;
import dev.spacesbot.config.Secret;
import dev.spacesbot.config.Service;
import dev.spacesbot.event.Attachment;
import dev.spacesbot.internal.time.Timers;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.TransportException.Kind;
import dev.spacesbot.transport.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileApiTest {

    private static final Upload REPORT = file(5, "a;b;c");

    private final Web web = new Web();
    private final Timers timers = Timers.system("file-test");
    private final Http http = new Http(web.service());
    private final RestApi api =
            new RestApi(http, web.service(), new Auth.Token("jwt", new Secret("token-of-bot")), timers);

    @AfterEach
    void endAll() {
        http.close();
        timers.close();
        web.close();
    }

    private static Upload file(long size, String content) {
        return new Upload(
                "a.csv", "text/csv", size, () -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private Web namesTheStorage() {
        return web.answers(
                200,
                "{\"data\":[{\"url\":\"" + web.address("/storage/k1?signature=secret") + "\",\"fileKey\":\"k1\"}]}");
    }

    private TransportException failureOf(Upload file) {
        return catchThrowableOfType(TransportException.class, () -> api.upload("s1", file));
    }

    @Test
    void asksWhereToAndPutsTheContentThereWithoutTheToken() {
        namesTheStorage().answers(200, "");

        Attachment attachment = api.upload("s1", REPORT);

        assertThat(attachment).isEqualTo(new Attachment("k1", "a.csv", "text/csv", 5, ""));
        assertThat(web.asked())
                .containsExactly(
                        "POST /api/files/getuploadurl jwt token-of-bot", "PUT /storage/k1?signature=secret a;b;c");
        assertThat(web.contents())
                .containsExactly(
                        "application/json; charset=utf-8, 73: {\"files\":[{\"Content-Type\":\"text/csv\",\"Content-Length\":5}],"
                                + "\"topicId\":\"s1\"}",
                        "text/csv, 5: a;b;c");
    }

    @Test
    void saysThatTheAccountMayNot() {
        web.answers(403, "{\"message\":\"no licence\"}");

        TransportException failure = failureOf(REPORT);

        assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
        assertThat(failure)
                .hasMessage(
                        "POST " + web.address("/api/files/getuploadurl") + ": answered 403 (no licence). This account"
                                + " may not upload files: guests perhaps never may, so use a registered one.");
    }

    @ParameterizedTest
    @CsvSource({"401,REFUSED", "429,UNAVAILABLE", "500,UNAVAILABLE", "400,REJECTED"})
    void tellsWhatToDoAboutARefusal(int status, Kind kind) {
        web.answers(status, "{}");

        assertThat(failureOf(REPORT).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"503,UNAVAILABLE", "429,UNAVAILABLE", "413,REJECTED", "302,REJECTED"})
    void theStorageMayRefuseAsWell(int status, Kind kind) {
        namesTheStorage().answers(status, "", Map.of("Location", web.address("/elsewhere")));

        TransportException failure = failureOf(REPORT);

        assertThat(failure)
                .hasMessage("PUT " + web.address("/storage/k1") + ": answered " + status
                        + ", so the storage did not take it");
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(web.asked()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\":[]}", "{\"data\":[{\"fileKey\":\"k\",\"url\":\"odd\"}]}"})
    void namesAnAnswerThatSaysNoAddress(String answer) {
        web.answers(200, answer);

        assertThat(failureOf(REPORT))
                .hasMessage("The service did not say where to upload to: there is no fileKey, or no url");
    }

    @Test
    void sendsNothingInTheClearThatWasMeantToBeEncrypted() throws Exception {
        var target = Json.read("{\"fileKey\":\"k\",\"url\":\"http://storage.example/k?signature=secret\"}");

        TransportException failure =
                catchThrowableOfType(TransportException.class, () -> FileApi.storage(target, Service.production()));

        assertThat(failure).hasMessage("The service wants it at an address that is not encrypted, on storage.example");
        assertThat(FileApi.storage(
                        Json.read("{\"fileKey\":\"k\",\"url\":\"https://storage.example/k\"}"), Service.production()))
                .hasToString("https://storage.example/k");
        assertThat(Service.production().apiUrl()).isEqualTo(URI.create("https://spacesapis.avayacloud.com/api"));
    }

    @Test
    void aFileThatIsNotWhatItWasEndsTheCallAndNotTheTransport() {
        namesTheStorage();
        TransportException shrunk = failureOf(file(10, "12345"));
        namesTheStorage();
        TransportException grown = failureOf(file(3, "12345"));
        namesTheStorage();
        TransportException gone = failureOf(new Upload("a", "text/plain", 1, () -> {
            throw new IOException("no such file");
        }));

        assertThat(shrunk).hasMessage("it has 5 bytes instead of the 10 that it had before");
        assertThat(grown).hasMessage("it has more than the 3 bytes that it had before");
        assertThat(gone).hasMessage("it cannot be opened (java.io.IOException: no such file)");
        assertThat(shrunk.kind()).isEqualTo(Kind.REJECTED);
    }

    @Test
    void aMissingStorageIsUnavailable() {
        web.answers(200, "{\"data\":[{\"url\":\"http://127.0.0.1:1/k?signature=secret\",\"fileKey\":\"k1\"}]}");

        TransportException failure = failureOf(REPORT);

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure)
                .hasMessageStartingWith("PUT http://127.0.0.1:1/k: no answer (")
                .hasMessageNotContaining("secret");
    }
}
