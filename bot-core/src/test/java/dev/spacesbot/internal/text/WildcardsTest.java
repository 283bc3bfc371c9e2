package dev.spacesbot.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {

    @ParameterizedTest
    @CsvSource({
        "deploy, deploy, true",
        "deploy, Deploy, true",
        "deploy, deploy app, false",
        "deploy*, deploy, true",
        "Deploy*, deploy app, true",
        "*, '', true",
        "'', '', true",
        "'', a, false",
        "?, '', false",
        "d?ploy, deploy, true",
        "d?ploy, dploy, false",
        "*app, deploy app, true",
        "*app, deploy apps, false",
        "a*b*c, a b b c b c, true",
        "a*b*c, a c b, false",
        "**, x, true",
        "a.b, axb, false",
        "STRASSE*, straße, false",
        "ÄRGER, ärger, true",
    })
    void fitsWholeTextsInAnyCase(String pattern, String text, boolean fits) {
        assertThat(Wildcards.fit(pattern, text)).isEqualTo(fits);
    }
}
