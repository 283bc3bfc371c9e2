package dev.spacesbot.internal.dispatch.scanned;

import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnTask;

/** Public so that a test may make one. */
public final class Top {

    @OnMessage("top")
    String top() {
        return "top";
    }

    @OnTask
    String task() {
        return "task";
    }
}
