package dev.spacesbot.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.internal.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FileRoutesTest {

    private static final String UPLOAD = "/api/files/getuploadurl";
    private static final String DOWNLOAD = "/api/files/getdownloadurl";

    private final HttpClient http = HttpClient.newHttpClient();
    private final SpacesEmulator emulator = SpacesEmulator.create();
    private final EmulatorServer server = emulator.serve(0);
    private final EmulatedUser ann = emulator.user("Ann");
    private final EmulatedSpace lab = emulator.space("Lab");

    @AfterEach
    void stop() {
        emulator.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.socketUrl() + path))
                .header("Authorization", "jwt " + ann.token());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode get(String path) throws Exception {
        return Json.read(send(request(path)).body());
    }

    private JsonNode post(String path, String body) throws Exception {
        return Json.read(send(request(path).POST(BodyPublishers.ofString(body))).body());
    }

    @Test
    void servesFilesForDownloadAlone() throws Exception {
        byte[] page = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        String key = emulator.upload(ann, "é & co.html", page).fileId();
        String said = emulator.write(
                ann,
                lab,
                Json.read("{\"category\":\"chat\",\"content\":{\"bodyText\":\"\",\"data\":[{\"fileId\":\"" + key
                        + "\",\"name\":\"é & co.html\"}]}}"));

        JsonNode urls = get(DOWNLOAD + "?fileKeys=" + key);
        JsonNode posted = post(DOWNLOAD, "{\"fileKeys\":[\"" + key + "\"]}");
        String url = urls.path("data").path(0).path("url").asText();
        var file = http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());

        assertThat(posted).isEqualTo(urls);
        assertThat(url)
                .isEqualTo(emulator.message(said)
                        .path("content")
                        .path("data")
                        .path(0)
                        .path("path")
                        .asText());
        assertThat(file.body()).isEqualTo(page);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename*=UTF-8''%C3%A9%20%26%20co.html");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void wantsOfAnUploadWhatWasAnnounced() throws Exception {
        String announced = "{\"files\":[{\"Content-Type\":\"text/plain\",\"Content-Length\":3}]}";
        JsonNode target = post(UPLOAD, announced);
        URI url = URI.create(target.path("data").path(0).path("url").asText());

        assertThat(put(url, "text/html", "abc")).isEqualTo(400);
        assertThat(put(url, "text/plain", "ab")).isEqualTo(400);
        assertThat(put(url, "text/plain", "abcd")).isEqualTo(400);
        assertThat(put(url, "text/plain", "abc")).isEqualTo(200);
        assertThat(put(url, "text/plain", "abc")).isEqualTo(403);
        assertThat(put(URI.create(url + "0"), "text/plain", "abc")).isEqualTo(403);
        assertThat(send(request(UPLOAD).POST(BodyPublishers.ofString("{\"files\":[{}]}")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(request(UPLOAD).POST(BodyPublishers.ofString("{}"))).statusCode())
                .isEqualTo(400);
        assertThat(send(request(DOWNLOAD + "?fileKeys=none")).statusCode()).isEqualTo(404);
    }

    private int put(URI url, String type, String content) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(url)
                                .header("Content-Type", type)
                                .PUT(BodyPublishers.ofString(content))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}
