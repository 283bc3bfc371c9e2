package dev.spacesbot.playground.comments;

import dev.spacesbot.handler.OnTask;

/** For a bot that is played with: a class that is found by scanning. */
final class Comments {

    @OnTask
    String seen() {
        return "Seen.";
    }
}
