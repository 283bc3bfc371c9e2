package dev.spacesbot.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.spacesbot.event.Mention;
import dev.spacesbot.event.User;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {

    private static final User ANN = user("u1", "Ann");
    private static final User ANN_LEE = user("u2", "Ann Lee");
    private static final User OTHER_ANN = user("u3", "Ann");

    private static User user(String id, String name) {
        return new User(id, User.Kind.USER, "", name);
    }

    /** Mentions as {@code [u1|Ann]}, for reading. */
    private static String shown(String html, User... people) {
        return Mentions.insert(html, List.of(people))
                .replaceAll("<mention id=\"(\\w+)\" type=\"user\" value=\"([^\"]*)\">@([^<]*)</mention>", "[$1 $3]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Ann, look|[u1 Ann], look",
                "look, @Ann!|look, [u1 Ann]!",
                "@Ann @Ann|[u1 Ann] [u1 Ann]",
                "@Ann's and (@Ann)|[u1 Ann]'s and ([u1 Ann])",
                "<p>a <b>@Ann</b></p>|<p>a <b>[u1 Ann]</b></p>",
                "look|[u1 Ann] look",
                "<p>look</p><p>here</p>|<p>[u1 Ann] look</p><p>here</p>",
                "<ul><li>one</li></ul>|[u1 Ann] <ul><li>one</li></ul>",
                "joe@Ann.org|[u1 Ann] joe@Ann.org",
                "@Anna|[u1 Ann] @Anna",
                "@ann|[u1 Ann] @ann",
                "<code>@Ann</code>|[u1 Ann] <code>@Ann</code>",
                "<pre>@Ann</pre>@Ann|<pre>@Ann</pre>[u1 Ann]",
                "<a href=\"http://a/@Ann\">@Ann</a>|[u1 Ann] <a href=\"http://a/@Ann\">@Ann</a>",
                "a &lt; b @ c|[u1 Ann] a &lt; b @ c",
            })
    void putsAMentionInPlaceOfANameElseInFront(String html, String expected) {
        assertThat(shown(html, ANN)).isEqualTo(expected);
    }

    @Test
    void takesTheLongestName() {
        assertThat(shown("@Ann Lee and @Ann", ANN, ANN_LEE)).isEqualTo("[u2 Ann Lee] and [u1 Ann]");
    }

    @Test
    void givesPeopleOfOneNameOnePlaceEach() {
        assertThat(shown("@Ann, @Ann, @Ann", ANN, OTHER_ANN)).isEqualTo("[u1 Ann], [u3 Ann], [u1 Ann]");
        assertThat(shown("@Ann", ANN, OTHER_ANN)).isEqualTo("[u3 Ann] [u1 Ann]");
    }

    @Test
    void escapesNamesThatWouldBeMarkup() {
        User hostile = new User("\"><u9", User.Kind.ANONYMOUS, "", "<b onload=\"x\">&");

        String html = Mentions.insert("hello", List.of(hostile));

        assertThat(Markup.plainText(html)).isEqualTo("@<b onload=\"x\">& hello");
        assertThat(Markup.mentions(html)).containsExactly(new Mention("\"><u9", "<b onload=\"x\">&"));
        assertThat(html).doesNotContain("<b");
        assertThat(Mentions.insert(Markup.escape("hi @<b onload=\"x\">&!"), List.of(hostile)))
                .startsWith("hi <mention ")
                .endsWith("</mention>!");
    }

    @Test
    void namesSomebodyWithoutANameById() {
        assertThat(shown("hello", user("u1", " "))).isEqualTo("[u1 u1] hello");
    }

    @Test
    void repeatsEveryMentionOnceBesideTheText() {
        String html = Mentions.insert("@Ann @Ann @Ann Lee", List.of(ANN, ANN_LEE));

        assertThat(Mentions.listed(html, "none", html))
                .hasToString("[{\"id\":\"u1\",\"type\":\"user\",\"title\":\"Ann\"},"
                        + "{\"id\":\"u2\",\"type\":\"user\",\"title\":\"Ann Lee\"}]");
    }

    @Test
    void mentionsFiveHundredPeopleQuickly() {
        User[] people = IntStream.range(0, 500)
                .mapToObj(i -> user("u" + i, "Person " + i))
                .toArray(User[]::new);

        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(Markup.mentions(Mentions.insert("@".repeat(16_000) + "@Person 7", List.of(people))))
                        .hasSize(500));
    }
}
