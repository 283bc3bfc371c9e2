package dev.spacesbot.playground;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;

/** The files of the page, from the jar. */
final class Page {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png");

    /** Nothing that could lead out of the folder. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.(html|css|js|svg|png)");

    private Page() {}

    /** Whether everything is there: without npm, a build leaves out what comes from there. */
    static boolean complete() {
        return Page.class.getResource("page/lib/socket.io-client/dist/socket.io.js") != null
                && Page.class.getResource("page/lib/dompurify/dist/purify.js") != null;
    }

    static void add(RoutesConfig routes) {
        routes.get("/", ctx -> send(ctx, "", "index.html"));
        routes.get("/{file}", ctx -> send(ctx, "", ctx.pathParam("file")));
        routes.get("/js/{file}", ctx -> send(ctx, "js/", ctx.pathParam("file")));
        routes.get("/lib/socket.io.js", ctx -> send(ctx, "lib/socket.io-client/dist/", "socket.io.js"));
        routes.get("/lib/purify.js", ctx -> send(ctx, "lib/dompurify/dist/", "purify.js"));
    }

    private static void send(Context ctx, String folder, String file) throws IOException {
        InputStream found =
                NAME.matcher(file).matches() ? Page.class.getResourceAsStream("page/" + folder + file) : null;
        if (found == null) {
            throw new NotFoundResponse("There is no such file.");
        }
        try (found) {
            // Another version of the playground may be behind the same address tomorrow.
            ctx.header("Cache-Control", "no-cache");
            String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
            ctx.contentType(String.valueOf(type)).result(found.readAllBytes());
        }
    }
}
