package dev.spacesbot.interop.counting;

import dev.spacesbot.Session;
import dev.spacesbot.handler.OnMessage;

/** Answers with what was said, and how many times its person has said something in that space. */
public final class Counter {

    @OnMessage("count {what}")
    String count(String what, Session session) {
        int number = session.get("number", Integer.class).orElse(0) + 1;
        session.put("number", number);
        return what + " " + number;
    }
}
