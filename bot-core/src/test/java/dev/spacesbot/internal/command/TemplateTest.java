package dev.spacesbot.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    @Test
    void knowsItsCommandAndNames() {
        Template template = Template.parse("[please] close poll {name} [in {delay}] [because {reason...}]");

        assertThat(template.command()).isEqualTo("close poll");
        assertThat(template.names()).containsExactly("name", "delay", "reason");
        assertThat(template.requires("name")).isTrue();
        assertThat(template.requires("delay")).isFalse();
        assertThat(template.variants()).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "say {what...} now ; {what...} takes all the rest, so it must be last",
                "say [{what...}] [now] ; {what...} takes all the rest, so it must be last",
                "[please] ; 'has only optional parts; something must be there'",
                "say [what ; has a [ that is not closed",
                "say what] ; has a ] without a [",
                "say [a [b]] ; 'has a [ within [ ]; optional parts stand one after the other'",
                "say [] ; has an empty [ ]",
                "say {a} {a} ; names a placeholder twice",
                "x [a] [b] [c] [d] [e] [f] [g] ; 'has more than 6 optional parts; make it two templates'",
                "x {a:1|2|3|4|5|6|7|8|9} {b:1|2|3|4|5|6|7|8|9} {c:1|2|3|4|5|6|7|8|9} {d:1|2|3|4|5|6|7|8|9} [{e:1|2}] ;"
                        + " 'has choices that make more than 10000 combinations; take an enum for the parameter, with no"
                        + " choices in the template'"
            })
    void saysWhatIsWrong(String source, String problem) {
        assertThatThrownBy(() -> Template.parse(source)).hasMessage(problem);
    }

    @Test
    void saysHowPlaceholdersAreWritten() {
        assertThatThrownBy(() -> Template.parse("say {a-b}"))
                .hasMessage("{a-b} is no placeholder; write {name}, {name...} or {name:one|two}");
    }

    @Test
    void saysWhichChoiceIsThereTwice() {
        assertThatThrownBy(() -> Template.parse("to {env:dev|Dev}")).hasMessage("has a choice twice: dev|Dev");
    }

    @Test
    void fiveHundredCommandsEachFindTheirOwn() {
        TemplateTree<Integer> tree = new TemplateTree<>(true);
        for (int i = 0; i < 500; i++) {
            tree.add(Template.parse("command" + i + " {argument}"), i);
        }

        TemplateTree.Found<Integer> found = tree.find(Words.of("command321 x"), target -> true);

        assertThat(found).extracting(TemplateTree.Found::target).isEqualTo(321);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deploy | service is missing.",
                "deploy web | \"to\" is missing.",
                "deploy web at prod | \"at\" stands where \"to\" belongs.",
                "deploy web to prod now | \"now\" is too much."
            })
    void saysWhereATextStopsToFit(String text, String mismatch) {
        Template template = Template.parse("deploy {service} to {env}");

        assertThat(Mismatch.of(template, Words.of(text)).text()).isEqualTo(mismatch);
    }
}
