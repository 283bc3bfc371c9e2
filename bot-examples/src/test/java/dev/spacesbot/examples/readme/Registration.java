package dev.spacesbot.examples.readme;

import dev.spacesbot.Session;
import dev.spacesbot.handler.Arg;
import dev.spacesbot.handler.OnMessage;

final class Registration {

    @OnMessage("register")
    String begin(Session session) {
        session.next("ask-name");
        return "What is your name?";
    }

    @OnMessage(value = "{name...}", during = "ask-name")
    String name(String name, Session session) {
        session.put("name", name);
        session.next("ask-age");
        return "How old are you, " + name + "?";
    }

    @OnMessage(value = "{age}", during = "ask-age")
    String age(@Arg(min = 0, max = 150) int age, Session session) {
        String name = session.get("name", String.class).orElse("stranger");
        session.done();
        return name + ", " + age + ": noted.";
    }
}
