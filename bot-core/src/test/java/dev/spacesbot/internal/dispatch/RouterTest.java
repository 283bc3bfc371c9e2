package dev.spacesbot.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.Reply;
import dev.spacesbot.event.Change;
import dev.spacesbot.event.Message;
import dev.spacesbot.event.Space;
import dev.spacesbot.event.SpaceEvent;
import dev.spacesbot.event.Task;
import dev.spacesbot.event.User;
import dev.spacesbot.handler.Arg;
import dev.spacesbot.handler.OnMessage;
import dev.spacesbot.handler.OnPost;
import dev.spacesbot.handler.OnTask;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RouterTest {

    @Test
    void aTemplateWithMoreLiteralWordsAnswers() {
        Says says = Says.with(new Object() {
            @OnMessage("deploy {service}")
            String one(String service) {
                return "one " + service;
            }

            @OnMessage("deploy everything")
            String all() {
                return "all";
            }

            @OnMessage("deploy {service} to {env}")
            String to(String env, String service) {
                return service + " → " + env;
            }

            @OnMessage
            String other() {
                return "other";
            }
        });

        assertThat(says.to("deploy web")).containsExactly("one web");
        assertThat(says.to("DEPLOY Everything")).containsExactly("all");
        assertThat(says.to("deploy \"the web\" to prod")).containsExactly("the web → prod");
        assertThat(says.to("deploy a b c")).containsExactly("other");
    }

    @Test
    void aTemplateGoesBeforeARegexAndThatBeforeTheRest() {
        Says says = Says.with(new Object() {
            @OnMessage("build 7")
            String seven() {
                return "template";
            }

            @OnMessage(regex = "(?i)build (?P<number>\\d+)( of (?P<branch>\\w+))?")
            String build(int number, @Nullable String branch) {
                return "regex " + number + " " + branch;
            }

            @OnMessage
            String other(Message message) {
                return "other " + message.text();
            }
        });

        assertThat(says.to("build 7")).containsExactly("template");
        assertThat(says.to("Build 8")).containsExactly("regex 8 null");
        assertThat(says.to("build 9 of main")).containsExactly("regex 9 main");
        assertThat(says.to("build it")).containsExactly("other build it");
    }

    @Test
    void alwaysSeesEveryMessageBesidesTheOneThatAnswers() {
        Says says = Says.with(new Object() {
            @OnMessage(always = true)
            String log() {
                return "seen";
            }

            @OnMessage("ping")
            String ping() {
                return "pong";
            }
        });

        assertThat(says.to("ping")).containsExactly("seen", "pong");
        assertThat(says.to("else")).containsExactly("seen");
    }

    @Test
    void theRestOfATextIsTakenAsItIs() {
        Says says = Says.with(new Object() {
            @OnMessage("echo {text...}")
            String echo(String text) {
                return "[" + text + "]";
            }
        });

        assertThat(says.to("echo  a  \"b c\" d ")).containsExactly("[a  \"b c\" d]");
        assertThat(says.to("echo")).isEmpty();
    }

    @Test
    void argumentsAreConvertedAndAWrongOneGetsTheUsage() {
        Says says = Says.with(new Object() {
            @OnMessage("set {level} {times} {on} {ratio}")
            String set(Level level, int times, boolean on, @Arg("ratio") double share) {
                return level + " " + times + " " + on + " " + share;
            }
        });

        assertThat(says.to("set very-high 3 yes 0.5")).containsExactly("VERY_HIGH 3 true 0.5");
        assertThat(says.to("set low three yes 0.5"))
                .containsExactly("times: \"three\" is not a whole number.\nUsage: set {level} {times} {on} {ratio}");
        assertThat(says.to("set mid 3 yes 0.5"))
                .containsExactly(
                        "level: \"mid\" is not one of low, very-high.\nUsage: set {level} {times} {on} {ratio}");
    }

    @Test
    void everyKindOfReturnValueIsAReply() {
        Says says = Says.with(new Object() {
            @OnMessage("nothing")
            void nothing() {}

            @OnMessage("null")
            @Nullable
            String nothingAtAll() {
                return null;
            }

            @OnMessage("optional {word}")
            Optional<String> optional(String word) {
                return Optional.of(word).filter("yes"::equals);
            }

            @OnMessage("many")
            List<Object> many() {
                return List.of("a", Reply.html("<b>b</b>"), Optional.of("c"));
            }

            @OnMessage("stream")
            Stream<String> stream() {
                return Stream.of("x", "y");
            }

            @OnMessage("later")
            CompletionStage<List<String>> later() {
                return CompletableFuture.completedFuture(List.of("l1", "l2"));
            }
        });

        assertThat(says.to("nothing")).isEmpty();
        assertThat(says.to("null")).isEmpty();
        assertThat(says.to("optional yes")).containsExactly("yes");
        assertThat(says.to("optional no")).isEmpty();
        assertThat(says.to("many")).containsExactly("a", "<b>b</b>", "c");
        assertThat(says.to("stream")).containsExactly("x", "y");
        assertThat(says.to("later")).containsExactly("l1", "l2");
    }

    @Test
    void aLeadingMentionOfTheBotIsNotPartOfTheCommand() {
        Says says = Says.with(new Object() {
            @OnMessage("ping")
            String ping() {
                return "pong";
            }
        });

        assertThat(says.to("@Robo ping")).containsExactly("pong");
        assertThat(says.to("@robo: ping")).containsExactly("pong");
        assertThat(says.to("@Roboter ping")).isEmpty();
    }

    @Test
    void editsAreAnsweredOnlyWhereTheHandlerAsksForThem() {
        Says says = Says.with(new Object() {
            @OnMessage("ping")
            String ping() {
                return "pong";
            }

            @OnMessage(value = "pong", on = Change.UPDATED)
            String edited() {
                return "edited";
            }
        });

        assertThat(says.on(Events.message("ping", Change.UPDATED))).isEmpty();
        assertThat(says.on(Events.message("pong", Change.UPDATED))).containsExactly("edited");
        assertThat(says.on(Events.message("pong", Change.CREATED))).isEmpty();
    }

    @Test
    void tasksAndPostsGoToTheirHandlers() {
        Says says = Says.with(new TaskTaker(), new PostTaker());

        assertThat(says.on(Events.task("Water", Change.CREATED))).containsExactly("task Water of Ann in Lab");
        assertThat(says.on(Events.task("Water", Change.UPDATED))).isEmpty();
        assertThat(says.on(Events.post("News"))).containsExactly("post by Ann");
        assertThat(says.to("hello")).isEmpty();
    }

    private enum Level {
        LOW,
        VERY_HIGH
    }

    private static final class TaskTaker {

        @OnTask
        String take(Task task, User sender, Space space, SpaceEvent event) {
            return "task " + task.title() + " of " + sender.displayName() + " in " + space.title()
                    + (event == task ? "" : "?");
        }
    }

    @OnPost
    static final class PostTaker {

        public String whatever(User sender) {
            return "post by " + sender.displayName();
        }
    }
}
