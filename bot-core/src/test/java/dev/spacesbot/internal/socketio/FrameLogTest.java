package dev.spacesbot.internal.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameLogTest {

    @Test
    void hidesTheTokenWhateverWordsItStandsIn() {
        FrameLog frames = new FrameLog("token/of+ann");

        assertThat(frames.masked("44/chat,\"jwt token/of+ann is bad, so is token%2Fof%2Bann\""))
                .isEqualTo("44/chat,\"jwt *** is bad, so is ***\"");
    }
}
