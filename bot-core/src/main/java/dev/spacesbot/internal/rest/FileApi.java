package dev.spacesbot.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.config.Service;
import dev.spacesbot.event.Attachment;
import dev.spacesbot.internal.wire.Json;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.TransportException.Kind;
import dev.spacesbot.transport.Upload;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Files on the service: it names an address of a storage, and that gets the content. */
final class FileApi {

    private final Http http;
    private final Service service;
    private final Supplier<Token> token;

    FileApi(Http http, Service service, Supplier<Token> token) {
        this.http = http;
        this.service = service;
        this.token = token;
    }

    /** {@code POST /files/getuploadurl}, then {@code PUT} to the address that it names. */
    Attachment upload(String spaceId, Upload file) {
        JsonNode target = target(spaceId, file);
        String key = Json.text(target, "fileKey");
        http.put(storage(target, service), file);
        return new Attachment(key, file.name(), file.mimeType(), file.size(), "");
    }

    /** Where the content goes: encrypted, unless the service itself is not. */
    static HttpUrl storage(JsonNode target, Service service) {
        HttpUrl url = HttpUrl.parse(Json.text(target, "url"));
        if (Json.text(target, "fileKey").isEmpty() || url == null) {
            throw new TransportException(
                    Kind.UNAVAILABLE, "The service did not say where to upload to: there is no fileKey, or no url");
        }
        if (!url.isHttps() && !"http".equals(service.apiUrl().getScheme())) {
            throw new TransportException(
                    Kind.REJECTED, "The service wants it at an address that is not encrypted, on " + url.host());
        }
        return url;
    }

    private JsonNode target(String spaceId, Upload file) {
        ObjectNode body = Json.object();
        body.putArray("files").addObject().put("Content-Type", file.mimeType()).put("Content-Length", file.size());
        body.put("topicId", spaceId);
        Token now = token.get();
        Request request = new Request.Builder()
                .url(Addresses.of(service.apiUrl(), "apiUrl")
                        .addPathSegments("files/getuploadurl")
                        .build())
                .header("Authorization", now.authorization())
                .header("Accept", "application/json")
                .post(Addresses.json(body))
                .build();
        Answer answer = http.answer(request, List.of(now.value()));
        if (answer.forbidden()) {
            throw answer.failure(
                    Kind.REJECTED,
                    "This account may not upload files: guests perhaps never may, so use a registered one.");
        }
        if (!answer.ok()) {
            throw answer.failure();
        }
        return answer.body().path("data").path(0);
    }
}
