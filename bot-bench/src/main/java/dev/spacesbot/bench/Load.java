package dev.spacesbot.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Says the messages of a workload, one more for each that is answered, and checks the answers. Guarded by the
 * {@link WebSocketPeer} that it talks to.
 */
final class Load {

    /** More than ever wait in one space. */
    private static final int RING = 1024;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Workload workload;
    private final MessageFrame[] frames;
    private final int[] said;
    private final int[] latestAnswer;
    private final long[][] saidAt;
    private @Nullable Latencies latencies;
    private boolean running;
    private byte[] time = {};
    private long timeMillis;
    private long ids;
    private long answers;
    private long waiting;
    private long doubles;
    private long strays;
    private long disordered;

    Load(Workload workload) {
        this.workload = workload;
        boolean silent = workload.outstanding() == 0;
        int spaces = silent ? 0 : workload.spaces();
        frames = new MessageFrame[spaces];
        Arrays.setAll(frames, space -> new MessageFrame(workload, space));
        said = new int[spaces];
        latestAnswer = new int[spaces];
        Arrays.fill(latestAnswer, -1);
        saidAt = new long[spaces][RING];
    }

    Workload workload() {
        return workload;
    }

    /** Begins: every space gets its messages. */
    void begin(Frames out) {
        running = true;
        for (int i = 0; i < workload.outstanding(); i++) {
            for (int space = 0; space < frames.length; space++) {
                say(space, out);
            }
        }
    }

    /** Says nothing more. */
    void end() {
        running = false;
    }

    /** Takes an answer: the program sees it as the service shows it, and somebody says the next thing. */
    void answered(String topicId, String text, String loopback, Frames out) {
        int space = Workload.space(topicId);
        frames[space].writeEcho(out, ++ids, text, loopback);
        if (Workload.spaceIn(text) != space) {
            strays++;
            return;
        }
        int number = Workload.numberIn(text);
        long since = saidAt[space][number % RING];
        if (since == 0) {
            doubles++;
            return;
        }
        saidAt[space][number % RING] = 0;
        if (number < latestAnswer[space]) {
            disordered++;
        }
        latestAnswer[space] = Math.max(number, latestAnswer[space]);
        answers++;
        waiting--;
        if (latencies != null) {
            latencies.add(System.nanoTime() - since);
        }
        if (running) {
            say(space, out);
        }
    }

    private void say(int space, Frames out) {
        int number = said[space]++;
        saidAt[space][number % RING] = System.nanoTime();
        waiting++;
        int command = workload.commands() == 0 ? -1 : (number * frames.length + space) % workload.commands();
        frames[space].write(out, ++ids, command, number, time());
    }

    /** Now, as the service writes it: what is long past is none of a bot's business. */
    private byte[] time() {
        long millis = System.currentTimeMillis();
        if (millis != timeMillis) {
            timeMillis = millis;
            time = TIME.format(Instant.ofEpochMilli(millis)).getBytes(StandardCharsets.ISO_8859_1);
        }
        return time;
    }

    /** Records how long answers take from now on; null for no longer. */
    void record(@Nullable Latencies latencies) {
        this.latencies = latencies;
    }

    long answers() {
        return answers;
    }

    /** Messages that were not answered so far. */
    long waiting() {
        return waiting;
    }

    /** What was wrong with the answers; empty where nothing was. */
    String faults() {
        return waiting + doubles + strays + disordered == 0
                ? ""
                : waiting + " lost, " + doubles + " double, " + strays + " in a wrong space, " + disordered
                        + " out of order";
    }
}
