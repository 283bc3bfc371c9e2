package dev.spacesbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.config.Rules;
import dev.spacesbot.handler.OnMessage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bots that answer each other, and people who only write much. */
class LoopGuardTest {

    private static final int MOST = 5;

    static final class Polite {

        @OnMessage
        String answer() {
            return "Thank you!";
        }
    }

    private final TestBot bot = TestBot.builder()
            .handlers(new Polite())
            .rules(Rules.defaults().withLoopGuard(MOST))
            .build();
    private final TestSpace lab = bot.space("Lab");
    private final TestUser other = lab.user("Other bot");

    @AfterEach
    void end() {
        bot.close();
    }

    private int answersTo(TestUser user, int messages, Duration pause) {
        for (int i = 0; i < messages; i++) {
            user.says("You are welcome!");
            bot.clock().advance(pause);
        }
        return lab.replies().size();
    }

    @Test
    void stopsAfterSoManyAnswersAndGoesOnAMinuteLater() {
        assertThat(answersTo(other, 40, Duration.ofSeconds(1))).isEqualTo(MOST + 1);

        bot.clock().advance(Duration.ofMinutes(1));

        assertThat(answersTo(other, 1, Duration.ZERO)).isEqualTo(1);
    }

    @Test
    void neverAnswersWhatItLeftOut() {
        assertThat(answersTo(other, 10, Duration.ofSeconds(1))).isEqualTo(MOST + 1);

        bot.stop();
        bot.clock().advance(Duration.ofMinutes(2));
        bot.start();

        assertThat(lab.replies()).isEmpty();
    }

    @Test
    void goesOnWithEverybodyElseAndElsewhere() {
        assertThat(answersTo(other, 10, Duration.ofSeconds(1))).isEqualTo(MOST + 1);

        assertThat(answersTo(lab.user("Ann"), 1, Duration.ZERO)).isEqualTo(1);
        TestSpace office = bot.space("Office");
        office.user("Other bot").says("You are welcome!");
        office.expect("Thank you!");
    }

    @Test
    void answersWhoeverWritesMuchButSlowly() {
        assertThat(answersTo(other, 50, Duration.ofSeconds(15))).isEqualTo(50);
    }

    @Test
    void answersWhatWasWrittenInHoursThoughItComesAtOnce() {
        bot.stop();
        for (int i = 0; i < 20; i++) {
            other.says("You are welcome!");
            bot.clock().advance(Duration.ofMinutes(5));
        }

        bot.start();

        assertThat(lab.replies()).hasSize(20);
    }

    @Test
    void answersWhatWasWrittenSlowlyThoughItIsReadAfterWhatCameLater() {
        bot.stop();
        for (int i = 0; i < 20; i++) {
            other.says("You are welcome!");
            bot.clock().advance(Duration.ofSeconds(20));
        }
        bot.clock().advance(Duration.ofHours(1));
        bot.faults().failHistory(503, null);
        bot.start();
        other.says("You are welcome!");
        bot.clock().advance(Duration.ofMinutes(2));
        assertThat(lab.replies()).hasSize(1);

        bot.faults().answerHistory();
        bot.clock().advance(Duration.ofMinutes(2));

        assertThat(lab.replies()).hasSize(20);
    }
}
