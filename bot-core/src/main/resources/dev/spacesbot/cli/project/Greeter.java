package @package@;

import dev.spacesbot.event.User;
import dev.spacesbot.handler.OnMessage;

final class Greeter {

    @OnMessage(value = "hello", description = "greets you")
    String hello(User sender) {
        return "Hello, " + sender.displayName() + "!";
    }
}
