package dev.spacesbot.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spacesbot.config.Rules;
import dev.spacesbot.handler.Allow;
import dev.spacesbot.handler.Limit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatedTest {

    @Allow(users = " ", spaces = "lab")
    @Limit(value = 0, per = "soon")
    static final class Wrong {}

    @Test
    void tellsWhatIsWrongWithTheAnnotations() {
        List<String> problems = new ArrayList<>();

        Guard.of("deploy", Wrong.class, Wrong.class, Rules.defaults(), problems::add);

        assertThat(problems)
                .containsExactly(
                        "has an @Allow with an empty name of a user",
                        "has an @Allow for the space \"lab\", which is no space id: 24 hexadecimal digits, as the command"
                                + " 'spaces' shows them",
                        "has a @Limit per \"soon\", which is not a span of time such as 10m, 1h30m or 2 hours",
                        "has a @Limit of 0; it must be at least 1");
    }
}
