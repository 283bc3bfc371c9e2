package dev.spacesbot.emulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LayersTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.spacesbot");

    @Test
    void theEmulatorKnowsNothingOfWhatStandsOnIt() {
        noClasses()
                .that()
                .resideInAPackage("dev.spacesbot.emulator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.spacesbot.testkit..",
                        "dev.spacesbot.playground..",
                        "dev.spacesbot.internal.runtime..",
                        "dev.spacesbot.internal.dispatch..",
                        "dev.spacesbot.internal.socketio..",
                        "dev.spacesbot.internal.rest..")
                .check(MAIN);
    }

    @Test
    void onlyTheWireFrontKnowsTheWebServer() {
        noClasses()
                .that()
                .haveSimpleNameNotContaining("Routes")
                .and()
                .haveSimpleNameNotContaining("Wire")
                .and()
                .haveSimpleNameNotStartingWith("Rest")
                .and()
                .haveSimpleNameNotContaining("Server")
                .and()
                .resideInAPackage("dev.spacesbot.emulator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..")
                .check(MAIN);
    }

    @Test
    void theFormatOfTranscriptsKnowsNobodyWhoPlaysThem() {
        noClasses()
                .that()
                .resideInAPackage("dev.spacesbot.transcript..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.spacesbot.emulator..",
                        "dev.spacesbot.testkit..",
                        "dev.spacesbot.playground..",
                        "org.junit..")
                .check(MAIN);
    }

    @Test
    void partsOfThePlaygroundKnowNothingOfThePage() {
        noClasses()
                .that()
                .resideInAPackage("dev.spacesbot.playground.*..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.spacesbot.playground", "io.javalin..", "org.eclipse.jetty..")
                .check(MAIN);
    }

    @Test
    void partsOfThePlaygroundKnowNothingOfEachOther() {
        slices().matching("dev.spacesbot.playground.(*)..")
                .should()
                .notDependOnEachOther()
                .check(MAIN);
    }
}
