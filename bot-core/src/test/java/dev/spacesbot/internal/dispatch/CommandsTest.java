package dev.spacesbot.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.event.Change;
import dev.spacesbot.event.Envelope;
import dev.spacesbot.event.Mention;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.Addressed;
import dev.spacesbot.handler.Arg;
import dev.spacesbot.handler.OnMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandsTest {

    @Test
    void optionalPartsMayBeLeftOut() {
        Says says = Says.with(new Object() {
            @OnMessage({"remind me [in {delay}] to {what...}", "remember {what...}"})
            String remind(Optional<Duration> delay, String what) {
                return what + " in " + delay.map(Duration::toString).orElse("a while");
            }
        });

        assertThat(says.to("remind me to eat")).containsExactly("eat in a while");
        assertThat(says.to("remind me in 10m to eat")).containsExactly("eat in PT10M");
        assertThat(says.to("Remind me in 2 hours and 5 min to eat well")).containsExactly("eat well in PT2H5M");
        assertThat(says.to("remember the milk")).containsExactly("the milk in a while");
        assertThat(says.to("remind me in a minute to eat"))
                .as("no template fits, and nobody spoke to the bot")
                .isEmpty();
    }

    @Test
    void choicesAreToldWhereTheWordIsNone() {
        Says says = Says.with(new Object() {
            @OnMessage("deploy {env:dev|test|prod}")
            String deploy(Stage env) {
                return "to " + env;
            }

            @OnMessage("deploy everything")
            String everything() {
                return "everything";
            }

            @OnMessage
            String other() {
                return "other";
            }
        });

        assertThat(says.to("deploy Test")).containsExactly("to TEST");
        assertThat(says.to("deploy everything")).containsExactly("everything");
        assertThat(says.to("deploy moon"))
                .containsExactly("env: \"moon\" is not one of dev, test, prod.\nUsage: deploy {env:dev|test|prod}");
    }

    @Test
    void numbersKeepTheirBounds() {
        Says says = Says.with(new Object() {
            @OnMessage("roll {dice}")
            String roll(@Arg(min = 1, max = 100) int dice) {
                return String.valueOf(dice);
            }

            @OnMessage("sum {numbers...}")
            String sum(@Arg(min = 0) List<Integer> numbers) {
                return numbers.toString();
            }
        });

        assertThat(says.to("roll 100")).containsExactly("100");
        assertThat(says.to("roll 101"))
                .containsExactly("dice: \"101\" is not a whole number from 1 to 100.\nUsage: roll {dice}");
        assertThat(says.to("sum 1 2 3")).containsExactly("[1, 2, 3]");
        assertThat(says.to("sum 1 -2"))
                .containsExactly("numbers: \"-2\" is not a whole number of at least 0.\nUsage: sum {numbers...}");
    }

    @Test
    void quotesKeepTheWordsOfAListTogether() {
        Says says = Says.with(new Object() {
            @OnMessage("poll {question} {options...}")
            String poll(String question, List<String> options) {
                return question + options;
            }
        });

        assertThat(says.to("poll \"Where to?\" pizza \"hot dogs\"")).containsExactly("Where to?[pizza, hot dogs]");
    }

    @Test
    void peopleAreMeantByMentionOrByName() {
        Says says = Says.with(new Object() {
            @OnMessage("thank {who} [on {day}]")
            String thank(User who, Optional<LocalDate> day) {
                return who.id().substring(22) + day.map(date -> " " + date).orElse("");
            }
        });

        assertThat(says.to("thank @Ann")).containsExactly("01");
        assertThat(says.to("thank \"Bob Lee\" on friday")).containsExactly("02 2026-01-09");
        assertThat(says.to("thank @bobby")).containsExactly("03");
        assertThat(says.to("thank @Bob"))
                .containsExactly("who: \"@Bob\" is not one person of this space, written as @name.\n"
                        + "Usage: thank {who} [on {day}]");
        assertThat(says.on(mentioning("thank @Bob Ray on tomorrow", "03", "Bob Ray")))
                .containsExactly("03 2026-01-06");
        assertThat(says.on(mentioning("thank @Eve Doe", "77", "Eve Doe"))).containsExactly("77");
    }

    @Test
    void aNearMissThatIsSaidToTheBotIsAnswered() {
        Says says = Says.with(new Object() {
            @OnMessage("deploy {service} to {env}")
            String deploy(String service, String env) {
                return service + env;
            }

            @OnMessage("close poll")
            String close() {
                return "closed";
            }
        });

        assertThat(says.to("@Robo dploy web to prod"))
                .containsExactly("I do not know \"dploy\"; did you mean \"deploy {service} to {env}\"?");
        assertThat(says.to("@Robo close pol"))
                .containsExactly("I do not know \"close pol\"; did you mean \"close poll\"?");
        assertThat(says.to("@Robo deploy web")).containsExactly("\"to\" is missing.\nUsage: deploy {service} to {env}");
        assertThat(says.to("@Robo good morning")).isEmpty();
        assertThat(says.to("dploy web to prod")).isEmpty();
        assertThat(says.to("deploy web")).isEmpty();
        assertThat(says.on(direct("deploy"))).containsExactly("service is missing.\nUsage: deploy {service} to {env}");
    }

    @Test
    void aNearMissNamesTheTemplateThatIsMeant() {
        Says says = Says.with(new Object() {
            @OnMessage({"book {room} [for {length}]", "reserve {room}"})
            String book(String room, Optional<Duration> length) {
                return room + length;
            }

            @OnMessage("remind me of {room}")
            String remind(String room) {
                return room;
            }

            @OnMessage("remind all of {room}")
            String remindAll(String room) {
                return room;
            }
        });

        assertThat(says.to("@Robo bok Atlas"))
                .containsExactly("I do not know \"bok\"; did you mean \"book {room} [for {length}]\"?");
        assertThat(says.to("@Robo reserve")).containsExactly("room is missing.\nUsage: reserve {room}");
        assertThat(says.to("@Robo remind me"))
                .containsExactly("I do not know \"remind me\"; did you mean \"remind me of {room}\"?");
        assertThat(says.to("@Robo remind"))
                .containsExactly("I do not know \"remind\"; did you mean \"remind me of {room}\""
                        + " or \"remind all of {room}\"?");
        assertThat(says.to("@Robo hlep")).containsExactly("Did you mean \"help\"?");
        assertThat(says.to("@Robo hello")).isEmpty();
        assertThat(says.to("hlep")).isEmpty();
        assertThat(says.to("@Robo")).isEmpty();
    }

    @Test
    void whatDoesNotFitAStepGetsItsUsageWhereItIsSaidToTheBot() {
        Says says = Says.with(new Object() {
            @OnMessage(value = "{day}", during = "ask-day")
            String day(LocalDate day) {
                return day.toString();
            }
        });

        assertThat(says.during("ask-day").on(direct("some day"))).containsExactly("\"day\" is too much.\nUsage: {day}");
        assertThat(says.during("ask-day").to("some day")).isEmpty();
        assertThat(says.on(direct("some day"))).isEmpty();
    }

    @Test
    void handlersMayWantToBeAddressed() {
        Says says = Says.with(new Object() {
            @OnMessage(value = "secret", addressed = Addressed.DIRECT)
            String secret() {
                return "psst";
            }

            @OnMessage(value = "status", addressed = Addressed.MENTION)
            String status() {
                return "fine";
            }

            @OnMessage(addressed = Addressed.MENTION)
            String spokenTo() {
                return "what?";
            }

            @OnMessage
            String other() {
                return "hm";
            }
        });

        assertThat(says.on(direct("secret"))).containsExactly("psst");
        assertThat(says.to("@Robo secret")).containsExactly("what?");
        assertThat(says.to("status")).containsExactly("hm");
        assertThat(says.to("@Robo: status")).containsExactly("fine");
        assertThat(says.to("@robo@example.org status")).containsExactly("fine");
        assertThat(says.on(mentioning("@The Robot, status", "99", "The Robot"))).containsExactly("fine");
        assertThat(says.on(mentioning("Robo status", "99", "Robo"))).containsExactly("fine");
        assertThat(says.on(mentioning("status of @Robo", "99", "Robo"))).containsExactly("what?");
    }

    @Test
    void stepsGoBeforeCommandsWhileTheyAreSet() {
        Says says = Says.with(new Object() {
            @OnMessage("hello")
            String hello() {
                return "hello";
            }

            @OnMessage(value = "{name...}", during = "ask-name")
            String name(String name) {
                return "You are " + name + ".";
            }

            @OnMessage(value = "yes", during = "confirm")
            String yes() {
                return "confirmed";
            }
        });

        assertThat(says.to("hello")).containsExactly("hello");
        assertThat(says.during("ask-name").to("hello")).containsExactly("You are hello.");
        assertThat(says.during("ask-name").to("Cancel")).containsExactly("Cancelled.");
        assertThat(says.during("confirm").to("yes")).containsExactly("confirmed");
        assertThat(says.during("confirm").to("hello")).containsExactly("hello");
        assertThat(says.to("cancel")).isEmpty();
        assertThat(says.to("yes")).isEmpty();
    }

    private static Message direct(String text) {
        Message message = Events.message(text, Change.CREATED);
        Space space = new Space(message.space().id(), "", Space.Kind.DIRECT);
        return message.in(new Envelope(message.id(), space, message.sender(), message.created(), null, Change.CREATED));
    }

    private static Message mentioning(String text, String lastDigits, String name) {
        Message message = Events.message(text, Change.CREATED);
        String id = Events.person(lastDigits, "", name).id();
        return new Message(message.envelope(), text, text, List.of(new Mention(id, name)), List.of(), null);
    }

    private enum Stage {
        DEV,
        TEST,
        PROD
    }
}
