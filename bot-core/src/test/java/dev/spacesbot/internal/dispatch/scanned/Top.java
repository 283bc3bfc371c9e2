package dev.spacesbot.internal.dispatch.scanned;

import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnTask;

final class Top {

    @OnMessage("top")
    String top() {
        return "top";
    }

    @OnTask
    String task() {
        return "task";
    }
}
