package dev.spacesbot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spacesbot.internal.text.Durations;
import dev.spacesbot.internal.wire.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What a bot tells of itself under {@code /status}, for people. */
final class StatusText {

    private static final int MOST_SHOWN = 10;

    private final JsonNode status;
    private final JsonNode health;
    private final StringBuilder text = new StringBuilder();

    StatusText(JsonNode status) {
        this.status = status;
        this.health = status.path("health");
    }

    boolean isOfABot() {
        return health.isObject() && status.path("counts").isObject();
    }

    String name() {
        return Json.text(status, "name");
    }

    boolean isReady() {
        return health.path("ready").asBoolean();
    }

    String inWords() {
        text.setLength(0);
        row(name(), (isReady() ? "ready" : "NOT READY") + ", since " + since());
        row(
                "",
                (health.path("connected").asBoolean() ? "connected" : "not connected") + ", in "
                        + counted(health.path("joined").asLong(), "space"));
        health.path("missing")
                .properties()
                .forEach(space -> row(
                        "",
                        "not in " + space.getKey() + ": "
                                + (space.getValue().asText().isEmpty()
                                        ? "asked, no answer yet"
                                        : space.getValue().asText())));
        health.path("troubles").forEach(trouble -> row("", trouble.asText()));
        row(
                "messages",
                count("received") + " received, " + count("late") + " of them late; " + count("handled") + " handled; "
                        + count("waiting") + " waiting");
        leftOut();
        row(
                "replies",
                count("said") + " said; " + count("confirmed") + " confirmed; " + count("unconfirmed")
                        + " on their way");
        row(
                "trouble",
                count("failed") + " failures; " + count("givenUp") + " given up; "
                        + counted(status.path("counts").path("connections").asLong(), "connection"));
        givenUp();
        return text.toString();
    }

    private void leftOut() {
        JsonNode counts = status.path("counts");
        long many = counts.path("leftOut").asLong();
        long old = counts.path("tooLongPast").asLong();
        if (many > 0) {
            row("", counted(many, "message") + " left out: more than catchUp.maxMessages were missed");
        }
        if (old > 0) {
            row("", counted(old, "gap") + " left out: longer past than catchUp.maxAge");
        }
    }

    private void givenUp() {
        long all = status.path("givenUpInAll").asLong();
        if (all == 0) {
            return;
        }
        row("given up", "in the last 30 days, latest first:");
        int shown = 0;
        for (JsonNode each : status.path("givenUp")) {
            if (shown == MOST_SHOWN) {
                break;
            }
            shown++;
            row("", Json.text(each, "when") + "  " + Json.text(each, "kind") + " in " + Json.text(each, "space"));
            row("", "  " + Json.text(each, "reason"));
        }
        if (all > shown) {
            row("", "and " + (all - shown) + " more");
        }
    }

    private String since() {
        try {
            Instant started = Instant.parse(Json.text(status, "started")).truncatedTo(ChronoUnit.SECONDS);
            return started + " (" + Durations.inWords(Duration.between(started, Instant.now())) + ")";
        } catch (DateTimeException e) {
            return "a time that cannot be read";
        }
    }

    private String count(String name) {
        return String.format(
                Locale.ROOT, "%,d", status.path("counts").path(name).asLong());
    }

    private static String counted(long count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }

    private void row(String label, String words) {
        String line = String.format("%-10s %s", SpacesCommand.shown(label), SpacesCommand.shown(words));
        text.append(line.stripTrailing()).append('\n');
    }
}
