package dev.spacesbot.internal.dispatch.scanned.below;

import dev.spacesbot.handler.OnMessage;

@OnMessage("below")
final class Below {

    public String below() {
        return "below";
    }
}
