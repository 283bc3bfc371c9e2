package dev.spacesbot.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A bot that has much to do for long, on a service with troubles, takes no more room at the end than at the beginning. */
@Tag("soak")
class SoakIT {

    private static final int QUESTIONS_PER_SECOND = 100;
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("soak.seconds", 30 * 60));
    private static final Duration MOST_WARM_UP = Duration.ofMinutes(5);
    private static final Duration EACH = Duration.ofSeconds(5);
    /** Seldom enough that a connection is steady in between; for a short soak, often enough that there are some. */
    private static final long LOOKS_PER_FAULT = Math.max(1, Math.min(14, LENGTH.dividedBy(EACH.multipliedBy(8))));

    private static final double SLACK = 1.1;
    /** A thread or a file may be busy just now. */
    private static final int SOME = 10;

    @Test
    void takesNoMoreRoomThanAtTheBeginning() throws IOException, InterruptedException {
        try (Trial trial = new Trial(Path.of("target", "trials", "soak"), Trial.OAUTH)) {
            trial.begin(QUESTIONS_PER_SECOND);
            List<MortalBot.Room> rooms = new ArrayList<>();
            long looks = LENGTH.dividedBy(EACH);
            for (int i = 0; i < looks; i++) {
                TimeUnit.NANOSECONDS.sleep(EACH.toNanos());
                rooms.add(trial.bot().room());
                if (i % LOOKS_PER_FAULT == LOOKS_PER_FAULT - 1) {
                    trial.fail();
                }
            }
            trial.end();

            assertStays(rooms);
        }
    }

    /** The middle of the second half against that of the first, without the time in which all is new. */
    private static void assertStays(List<MortalBot.Room> rooms) {
        long warmUp = Math.min(MOST_WARM_UP.dividedBy(EACH), rooms.size() * 2L / 3);
        List<MortalBot.Room> warm = rooms.subList((int) warmUp, rooms.size());
        MortalBot.Room early = MortalBot.Room.middle(warm.subList(0, warm.size() / 2));
        MortalBot.Room late = MortalBot.Room.middle(warm.subList(warm.size() / 2, warm.size()));
        System.out.println("After " + EACH.multipliedBy(warmUp) + " " + early + ", then " + late);
        assertThat(late.heapBytes()).isLessThan((long) (early.heapBytes() * SLACK));
        assertThat(late.threads()).isLessThan(early.threads() + SOME);
        assertThat(late.files()).isLessThan(early.files() + SOME);
    }
}
