package dev.spacesbot.bench.bare;

import io.socket.client.IO;
import io.socket.client.Socket;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.json.JSONArray;
import org.json.JSONObject;

/** The plainest echo bot on the Socket.IO library: no framework, no confirmation, no order, no second try. */
public final class BareBot {

    private BareBot() {}

    /** Takes the service's address, its own user id and a file with a space id a line; runs until it is killed. */
    public static void main(String[] args) throws IOException {
        URI service = URI.create(args[0]);
        String self = args[1];
        List<String> spaces = Files.readAllLines(Path.of(args[2]));
        IO.Options options = new IO.Options();
        options.transports = new String[] {"websocket"};
        options.query = "token=token-of-bench&tokenType=jwt";
        Socket socket = IO.socket(service.resolve("/chat"), options);
        AtomicLong sent = new AtomicLong();
        socket.on(Socket.EVENT_CONNECT, none -> spaces.forEach(space -> subscribe(socket, space)));
        socket.on("MESSAGE_SENT", arguments -> {
            JSONObject message = (JSONObject) arguments[0];
            if (!message.getJSONObject("sender").getString("_id").equals(self)) {
                answer(socket, message, "bare-" + sent.incrementAndGet());
            }
        });
        socket.connect();
    }

    private static void subscribe(Socket socket, String space) {
        JSONObject channel = new JSONObject().put("type", "topic").put("_id", space);
        socket.emit("SUBSCRIBE_CHANNEL", new JSONObject().put("channel", channel));
    }

    private static void answer(Socket socket, JSONObject message, String loopback) {
        JSONObject content = new JSONObject()
                .put("bodyText", message.getJSONObject("content").getString("bodyText"))
                .put("data", new JSONArray());
        socket.emit(
                "SEND_MESSAGE",
                new JSONObject()
                        .put("category", "chat")
                        .put("topicId", message.getString("topicId"))
                        .put("content", content)
                        .put("loopbackMetadata", loopback));
    }
}
