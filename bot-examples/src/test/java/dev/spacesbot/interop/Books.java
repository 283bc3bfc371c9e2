package dev.spacesbot.interop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.interop.RealServer.Received;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people asked and what the bot answered, as the server saw it. Every question is to be answered once, those of a space in
 * their order, and with the right number: the person's questions in that space so far. Safe for use by several threads.
 */
final class Books {

    private static final String BOT = "Robo";
    private static final Pattern QUESTION = Pattern.compile("count m(\\d+)");
    private static final Pattern ANSWER = Pattern.compile("m(\\d+) (\\d+)");
    private static final int MOST_TOLD = 40;

    private final Map<String, Page> pages = new HashMap<>();
    private final BitSet answered = new BitSet();
    private final List<String> losses = new ArrayList<>();
    private final List<String> doubles = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private int round;
    private int asked;
    private int seen;
    private int subscriptions;

    /** One space. */
    private static final class Page {

        private final Deque<Question> waiting = new ArrayDeque<>();
        private final Map<String, Integer> answersTo = new HashMap<>();
        /** Messages that went out before an older one, and that one. */
        private final Set<List<String>> swapped = new HashSet<>();

        private final Deque<String> told = new ArrayDeque<>();

        void tell(String line) {
            if (told.size() == MOST_TOLD) {
                told.remove();
            }
            told.add(line);
        }
    }

    private record Question(int number, String id, String person, int round) {

        @Override
        public String toString() {
            return "m" + number + " of " + person + " (message " + id + ", round " + round + ")";
        }
    }

    /** From now on it is that round. */
    synchronized void round(int number) {
        round = number;
    }

    /** Takes what the server tells. */
    synchronized void note(Received received) {
        JsonNode payload = received.payload();
        if (received.event().equals("SUBSCRIBE_CHANNEL")) {
            subscriptions++;
        } else if (received.event().equals("swapped")) {
            String space = payload.path("space").asText();
            page(space)
                    .swapped
                    .add(List.of(
                            payload.path("first").asText(), payload.path("last").asText()));
            page(space).tell("swapped: " + payload);
        } else if (received.event().equals("message")) {
            message(payload);
            seen++;
            notifyAll();
        }
    }

    private Page page(String space) {
        return pages.computeIfAbsent(space, id -> new Page());
    }

    private void message(JsonNode payload) {
        String space = payload.path("topicId").asText();
        String person = payload.path("sender").path("displayname").asText();
        String text = payload.path("content").path("bodyText").asText().replaceAll("<[^>]*>", "");
        String id = payload.path("_id").asText();
        Page page = page(space);
        page.tell("round " + round + ", " + payload.path("created").asText() + ", message " + id + ", " + person + ": "
                + text);
        Matcher question = QUESTION.matcher(text);
        Matcher answer = ANSWER.matcher(text);
        if (question.matches()) {
            asked++;
            page.waiting.add(new Question(Integer.parseInt(question.group(1)), id, person, round));
        } else if (person.equals(BOT) && answer.matches()) {
            answer(space, Integer.parseInt(answer.group(1)), Integer.parseInt(answer.group(2)));
        } else {
            others.add(problem(space, "nobody expected " + person + " to say: " + text));
        }
    }

    private void answer(String space, int number, int count) {
        Page page = page(space);
        Question found = page.waiting.stream()
                .filter(question -> question.number() == number)
                .findFirst()
                .orElse(null);
        if (found == null) {
            (answered.get(number) ? doubles : others)
                    .add(problem(
                            space, "m" + number + " is answered " + (answered.get(number) ? "twice" : "elsewhere")));
            return;
        }
        for (Question older : page.waiting) {
            if (older.equals(found)) {
                break;
            }
            if (!page.swapped.contains(List.of(found.id(), older.id()))) {
                losses.add(problem(space, older + " is not answered before " + found));
            }
        }
        page.waiting.remove(found);
        answered.set(number);
        int expected = page.answersTo.merge(found.person(), 1, Integer::sum);
        if (count != expected) {
            others.add(problem(space, found + " is number " + expected + " of this person, not " + count));
        }
    }

    private String problem(String space, String words) {
        return "In round " + round + ", space " + space + ": " + words + "\n  " + String.join("\n  ", page(space).told);
    }

    /** Waits until the server has seen so many more messages, for a while. */
    synchronized void awaitMore(int messages, Duration atMost) throws InterruptedException {
        int until = seen + messages;
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); seen < until && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** How many messages the server has seen. */
    synchronized int seen() {
        return seen;
    }

    /** How often the bot asked to join a space. */
    synchronized int subscriptions() {
        return subscriptions;
    }

    /** How many questions were asked. */
    synchronized int asked() {
        return asked;
    }

    /** How many questions are not answered yet. */
    synchronized int waiting() {
        return pages.values().stream().mapToInt(page -> page.waiting.size()).sum();
    }

    /** Those that are not answered yet count as lost from now on. */
    synchronized void close() {
        pages.forEach((space, page) ->
                page.waiting.forEach(question -> losses.add(problem(space, question + " is not answered"))));
    }

    synchronized int losses() {
        return losses.size();
    }

    synchronized int doubles() {
        return doubles.size();
    }

    /** Everything that went wrong so far, the first of it first. */
    synchronized List<String> problems() {
        List<String> all = new ArrayList<>(losses);
        all.addAll(doubles);
        all.addAll(others);
        return all;
    }
}
