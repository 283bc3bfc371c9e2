package dev.spacesbot.internal.guard;

import dev.spacesbot.config.Rules;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.internal.text.Durations;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How often a handler may be used. Safe for use by several threads. */
final class QuotaGuard {

    private final String command;
    private final Rules.Quota quota;
    private final Told told;
    private final Recent<Bucket> buckets;
    private final Now now = new Now();

    QuotaGuard(String command, Rules.Quota quota) {
        this.command = command;
        this.quota = quota;
        this.told = new Told(quota.per());
        // A bucket that nobody used for that long is full again, so nothing is lost with it.
        this.buckets = new Recent<>(quota.per(), true);
    }

    @Nullable
    Refusal check(User user, Space space, Instant at) {
        String key = switch (quota.by()) {
            case USER -> user.id();
            case SPACE -> space.id();
            case BOT -> "";
        };
        ConsumptionProbe probe = use(key, at);
        return probe.isConsumed()
                ? null
                : told.once(key + " " + space.id(), at, text(Duration.ofNanos(probe.getNanosToWaitForRefill())));
    }

    private synchronized ConsumptionProbe use(String key, Instant at) {
        now.nanos = Duration.between(Instant.EPOCH, at).toNanos();
        return buckets.get(key, at, this::bucket).tryConsumeAndReturnRemaining(1);
    }

    /** Full again all at once when the time is over that began with the first use: that is how people reckon. */
    private Bucket bucket() {
        // Nobody is quicker than once a nanosecond, and a bucket takes no more than that.
        long uses = Math.min(quota.value(), quota.per().toNanos());
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(uses).refillIntervally(uses, quota.per()))
                .withCustomTimePrecision(now)
                // Only used while this is locked.
                .withSynchronizationStrategy(SynchronizationStrategy.NONE)
                .build();
    }

    private String text(Duration wait) {
        String times = quota.value() == 1 ? "once" : quota.value() + " times";
        String whose = switch (quota.by()) {
            case USER -> "You may use " + command + " " + times;
            case SPACE -> capital(command) + " may be used " + times + " in this space";
            case BOT -> capital(command) + " may be used " + times;
        };
        return whose + " in " + Durations.inWords(quota.per()) + "; please try again in "
                + Durations.inWords(
                        Duration.ofSeconds(wait.plusNanos(999_999_999).toSeconds())) + ".";
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The time of the use that is being counted. */
    private static final class Now implements TimeMeter {

        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
