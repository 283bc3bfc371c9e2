package dev.spacesbot.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.event.Change;
import dev.spacesbot.handler.OnMessage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HelpTest {

    @Test
    void listsTheCommandsAndExplainsOne() {
        Says says = Says.with(new Deploy());

        assertThat(says.to("help")).containsExactly("""
                I understand:
                • deploy {service} [to {env}] – Puts a service into an environment
                • hello
                help COMMAND tells more about one.""");
        assertThat(says.to("help deploy")).containsExactly("""
                deploy {service} [to {env}]
                release {service}
                Puts a service into an environment
                Example: deploy web to prod""");
        assertThat(says.to("help helo")).containsExactly("I know no command \"helo\"; did you mean \"help hello\"?");
        assertThat(says.to("help x")).containsExactly("I know no command \"x\"; help lists them all.");
        assertThat(says.on(Events.message("help", Change.UPDATED))).isEmpty();
    }

    @Test
    void anAuthorsOwnHelpTakesItsPlace() {
        Says says = Says.with(new Deploy(), new Object() {
            @OnMessage("help")
            String help() {
                return "mine";
            }
        });

        assertThat(says.to("help")).containsExactly("mine");
        assertThat(says.to("help deploy")).isEmpty();
    }

    static final class Deploy {

        @OnMessage(
                value = {"deploy {service} [to {env}]", "release {service}"},
                description = "Puts a service into an environment",
                example = "deploy web to prod")
        String deploy(String service, Optional<String> env) {
            return service + env;
        }

        @OnMessage("hello")
        String hello() {
            return "hello";
        }
    }
}
