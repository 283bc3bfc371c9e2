package dev.spacesbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.internal.wire.Json;
import org.junit.jupiter.api.Test;

class StatusTextTest {

    @Test
    void tellsWhatIsWrongAndWhatWasLeftOut() throws Exception {
        StatusText text = new StatusText(Json.read("""
                {
                  "name": "greeter",
                  "since": "nonsense",
                  "health": {
                    "ready": false, "connected": true, "joined": 1,
                    "missing": {"60aa11bb22cc33dd44ee5501": "topic.is.full", "60aa11bb22cc33dd44ee5502": ""},
                    "troubles": ["the store is away"]
                  },
                  "counts": {"received": 1204, "late": 12, "handled": 1203, "waiting": 1, "leftOut": 3, "tooLongPast": 1, "connections": 1},
                  "givenUpInAll": 0
                }
                """));

        assertThat(text.inWords().lines().skip(1)).containsExactly("""
                           connected, in 1 space
                           not in 60aa11bb22cc33dd44ee5501: topic.is.full
                           not in 60aa11bb22cc33dd44ee5502: asked, no answer yet
                           the store is away
                messages   1,204 received, 12 of them late; 1,203 handled; 1 waiting
                           3 messages left out: more than catchUp.maxMessages were missed
                           1 gap left out: longer past than catchUp.maxAge
                replies    0 said; 0 confirmed; 0 on their way
                trouble    0 failures; 0 given up; 1 connection
                """.split("\n"));
    }
}
