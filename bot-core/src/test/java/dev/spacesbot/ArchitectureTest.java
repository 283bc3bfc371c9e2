package dev.spacesbot;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.spacesbot.config.Auth;
import dev.spacesbot.config.BotConfig;
import dev.spacesbot.config.ConfigFile;
import dev.spacesbot.config.Secret;
import dev.spacesbot.config.Service;
import org.jspecify.annotations.NullMarked;

/** Which way the arrows between the packages point. */
@AnalyzeClasses(packages = "dev.spacesbot", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** What starts a bot stands above everything; what a handler says and uses, in the same package, below. */
    private static final DescribedPredicate<JavaClass> UPPER_ROOT =
            belongToAnyOf(Bot.class, BotBuilder.class, Readiness.class).as("upper root");

    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("dev.spacesbot..");

    @ArchTest
    static final ArchRule onlyTheSocketKnowsTheSocketLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("dev.spacesbot.internal.socketio")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.socket..", "org.json..");

    @ArchTest
    static final ArchRule onlyTheTransportKnowsHttp = noClasses()
            .that()
            .resideOutsideOfPackages("dev.spacesbot.internal.socketio", "dev.spacesbot.internal.rest")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..");

    @ArchTest
    static final ArchRule onlyTheStoreKnowsDatabases = noClasses()
            .that()
            .resideOutsideOfPackage("dev.spacesbot.internal.jdbc")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..", "javax.sql..", "com.zaxxer..", "org.h2..", "org.postgresql..", "org.flywaydb..");

    @ArchTest
    static final ArchRule eventsStandAlone = uses("dev.spacesbot.event");

    @ArchTest
    static final ArchRule handlersUseEvents = uses("dev.spacesbot.handler", "dev.spacesbot.event");

    @ArchTest
    static final ArchRule transportUsesEvents = uses("dev.spacesbot.transport", "dev.spacesbot.event");

    @ArchTest
    static final ArchRule configurationUsesEventsAndWords =
            uses("dev.spacesbot.config", "dev.spacesbot.event", "dev.spacesbot.handler", "dev.spacesbot.internal.text");

    @ArchTest
    static final ArchRule guardsUseRulesAndPeople = uses(
            "dev.spacesbot.internal.guard",
            "dev.spacesbot.config",
            "dev.spacesbot.event",
            "dev.spacesbot.handler",
            "dev.spacesbot.internal.people",
            "dev.spacesbot.internal.text",
            "dev.spacesbot.transport");

    @ArchTest
    static final ArchRule onlyGuardsCountWithBuckets = noClasses()
            .that()
            .resideOutsideOfPackage("dev.spacesbot.internal.guard")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.bucket4j..");

    @ArchTest
    static final ArchRule wordsStandAlone = uses("dev.spacesbot.internal.text");

    @ArchTest
    static final ArchRule timeStandsAlone = uses("dev.spacesbot.internal.time");

    @ArchTest
    static final ArchRule nothingButTheCommandLineUsesWhatStartsABot = noClasses()
            .that(not(UPPER_ROOT).and(not(resideInAPackage("dev.spacesbot.cli"))))
            .and(not(nestedIn(UPPER_ROOT)))
            .should()
            .dependOnClassesThat(UPPER_ROOT);

    @ArchTest
    static final ArchRule nothingUsesTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("dev.spacesbot.cli")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.spacesbot.cli");

    @ArchTest
    static final ArchRule theRuntimeKnowsNoWire = noClasses()
            .that()
            .resideInAnyPackage("dev.spacesbot.internal.runtime", "dev.spacesbot.internal.dispatch")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.spacesbot.internal.socketio", "dev.spacesbot.internal.rest");

    @ArchTest
    static final ArchRule theRuntimeKnowsNoTokens = noClasses()
            .that()
            .resideInAnyPackage("dev.spacesbot.internal.runtime", "dev.spacesbot.internal.dispatch")
            .should()
            .dependOnClassesThat(
                    belongToAnyOf(Auth.class, Secret.class, Service.class, BotConfig.class, ConfigFile.class));

    @ArchTest
    static final ArchRule thereAreNoCycles =
            slices().assignedFrom(new Packages()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule oneWayOfLogging =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage("dev.spacesbot.cli")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .should(new ArchCondition<JavaClass>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
                }
            });

    private static ArchRule uses(String name, String... allowed) {
        DescribedPredicate<JavaClass> others =
                OURS.and(not(resideInAPackage(name))).and(not(resideInAnyPackage(allowed)));
        return noClasses().that().resideInAPackage(name).should(dependOnClassesThat(others));
    }

    private static DescribedPredicate<JavaClass> nestedIn(DescribedPredicate<JavaClass> outer) {
        return DescribedPredicate.describe(
                "nested in " + outer.getDescription(),
                type -> type.getEnclosingClass().map(outer::test).orElse(false));
    }

    /** Every package, with the root in two. */
    private static final class Packages implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            boolean upper = UPPER_ROOT.test(type) || nestedIn(UPPER_ROOT).test(type);
            return SliceIdentifier.of(upper ? "upper root" : type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
