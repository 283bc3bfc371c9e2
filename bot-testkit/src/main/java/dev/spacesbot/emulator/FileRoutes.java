package dev.spacesbot.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spacesbot.internal.wire.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Uploading and downloading files. The storage, which is another host at the real service, is a path here; its addresses need
 * no token, as there.
 */
final class FileRoutes {

    private static final String STORAGE = "/files/{key}";

    private final Rest rest;

    FileRoutes(Rest rest) {
        this.rest = rest;
    }

    void add(RoutesConfig routes) {
        routes.post("/api/files/getuploadurl", rest.as(this::uploadUrls));
        routes.get("/api/files/getdownloadurl", rest.as((user, ctx) -> downloadUrls(ctx.queryParams("fileKeys"))));
        routes.post("/api/files/getdownloadurl", rest.as((user, ctx) -> {
            List<String> keys = new ArrayList<>();
            Rest.body(ctx).path("fileKeys").forEach(key -> keys.add(key.asText()));
            return downloadUrls(keys);
        }));
        routes.put(STORAGE, this::put);
        routes.get(STORAGE, this::get);
    }

    private JsonNode uploadUrls(EmulatedUser user, Context ctx) {
        JsonNode files = Rest.body(ctx).path("files");
        if (!files.isArray() || files.isEmpty()) {
            throw Declined.invalid("files must be a list of objects with Content-Type and Content-Length.");
        }
        ObjectNode answer = Json.object();
        ArrayNode data = answer.putArray("data");
        for (JsonNode file : files) {
            String type = Json.text(file, "Content-Type");
            String key = rest.api()
                    .expectFile(user, type, file.path("Content-Length").asLong(-1));
            data.addObject().put("url", rest.api().fileUrl(key)).put("fileKey", key);
        }
        return answer;
    }

    private JsonNode downloadUrls(List<String> keys) {
        ObjectNode answer = Json.object();
        ArrayNode data = answer.putArray("data");
        for (String key : keys) {
            FileStore.StoredFile unused = rest.api().file(key);
            data.addObject().put("fileKey", key).put("url", rest.api().fileUrl(key));
        }
        return answer;
    }

    private void put(Context ctx) throws IOException {
        String key = ctx.pathParam("key");
        // One more than announced tells that it is too much.
        int most = (int) Math.min(Integer.MAX_VALUE - 8, rest.api().expectedBytes(key) + 1);
        byte[] content = ctx.bodyInputStream().readNBytes(most);
        rest.api().fillFile(key, Rest.text(ctx.contentType()), content);
        ctx.result("");
    }

    /** Never shown in the browser: people upload whatever they like. */
    private void get(Context ctx) {
        FileStore.StoredFile file = rest.api().file(ctx.pathParam("key"));
        String name = URLEncoder.encode(file.name, StandardCharsets.UTF_8).replace("+", "%20");
        ctx.header("Content-Disposition", "attachment" + (name.isEmpty() ? "" : "; filename*=UTF-8''" + name));
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.contentType(file.mimeType).result(file.bytes());
    }
}
