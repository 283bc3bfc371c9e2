package dev.spacesbot.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.spacesbot.event.Mention;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hello|hello",
                "<p>hello</p>|hello",
                "<p>it&#x27;s &quot;so&quot; &amp; so</p>|it's \"so\" & so",
                "a &lt; b|a < b",
                "<p>a&nbsp;b</p>|a b",
                "<p>one</p><p>two</p>|one\\ntwo",
                "<div><div><p>one</p></div></div>two|one\\ntwo",
                "one<br>two|one\\ntwo",
                "one<br><br>two|one\\n\\ntwo",
                "<pre>a  b\\n  c</pre>d|a  b\\n  c\\nd",
                "<p>a  b</p>|a b",
                "<ul><li>one</li><li>two</li></ul>|one\\ntwo",
                "<ul>\\n<li>one</li>\\n<li>two</li>\\n</ul>|one\\ntwo",
                "<script>alert(1)</script>hi|hi",
                "<!-- no -->hi|hi",
                "5 < 6 and 7 > 6|5 < 6 and 7 > 6",
                "<p></p>|``",
            })
    void readsTheTextThatPeopleSee(String html, String text) {
        assertThat(Markup.plainText(html.replace("\\n", "\n"))).isEqualTo(text.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u200bhello", "\ufeffhello\ufeff", "<p>\u200bhel\u00adlo</p>", "<p>\ufeffhello&#xfeff;</p>"})
    void leavesOutWhatNobodySees(String html) {
        assertThat(Markup.plainText(html)).isEqualTo("hello");
    }

    @Test
    void keepsJoinersThatEmojiNeed() {
        String family = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";

        assertThat(Markup.plainText("<p>" + family + "</p>")).isEqualTo(family);
    }

    @Test
    void findsMentionsInOrderButNotInCode() {
        String html = "<p><mention id=\"u2\" value=\"Bob\">@Bob</mention> and <mention id=\"u1\">@Ann</mention></p>"
                + "<pre><mention id=\"u3\" value=\"Cy\">@Cy</mention></pre>";

        assertThat(Markup.mentions(html)).containsExactly(new Mention("u2", "Bob"), new Mention("u1", ""));
    }

    @Test
    void findsFiveHundredMentions() {
        String html = "<mention id=\"u\" value=\"Ann\">@Ann</mention> ".repeat(500);

        assertThat(Markup.mentions(html)).hasSize(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<div>a", "<b><i>", "<a><b>", "<ul><li>", "<table><td>", "<pre>x", "<", "&", "<a x", "<!--"})
    void survivesTextsOfMarkupAlone(String piece) {
        String html = piece.repeat(100_000 / piece.length());

        assertTimeout(Duration.ofSeconds(10), () -> {
            assertThat(Markup.plainText(html)).hasSizeLessThanOrEqualTo(html.length());
            assertThat(Markup.mentions(html + "<mention")).isEmpty();
            assertThat(Markup.harmless(html)).doesNotContain("<mention");
        });
    }

    @Test
    void showsPlainTextAsItIs() {
        String text = "if (a < b && c > d)\r\nsay(\"it's\");";

        assertThat(Markup.plainText(Markup.escape(text))).isEqualTo("if (a < b && c > d)\nsay(\"it's\");");
        assertThat(Markup.escape(text)).isEqualTo("if (a &lt; b &amp;&amp; c &gt; d)<br>say(\"it's\");");
    }

    @Test
    void takesOutWhatCouldDoHarm() {
        String html = "<p onclick=\"x()\">a<script>x()</script><img src=x onerror=x()>"
                + "<a href=\"javascript:x()\">b</a><mark>c</mark></p>";

        assertThat(Markup.harmless(html)).isEqualTo("<p>a<a>b</a><mark>c</mark></p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "~~old~~ new|<p><del>old</del> new</p>",
                "see https://a.example/b?c=1|<p>see <a href=\"https://a.example/b?c=1\">https://a.example/b?c=1</a></p>",
                "`a < b`|<p><code>a &lt; b</code></p>",
                "[x](javascript:alert(1))|<p><a>x</a></p>",
                "![x](https://a.example/b.png)|<p></p>",
            })
    void knowsWhatGitHubAddedToMarkdown(String markdown, String html) {
        assertThat(Markup.markdown(markdown)).isEqualTo(html);
    }

    @Test
    void showsHtmlInMarkdownAsText() {
        assertThat(Markup.markdown("**bold** <script>x()</script>"))
                .isEqualTo("<p><strong>bold</strong> &lt;script&gt;x()&lt;/script&gt;</p>");
    }
}
