package org.anchors.socialvalue;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;
import org.anchors.kit.edge.UpTo;
import org.anchors.kit.testing.HouseRules;
import org.anchors.socialvalue.evaluation.InTurn;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses OWN = HouseRules.classesOf("org.anchors.socialvalue");
    private static final String[] PURE = {
        "org.anchors.socialvalue.scoring..", "org.anchors.socialvalue.policy..", "org.anchors.socialvalue.robustness.."
    };
    private static final JavaClasses WITH_KIT = HouseRules.classesOf("org.anchors.socialvalue", "org.anchors.kit");

    @Test
    void everyRouteSaysWhoMayCallIt() {
        HouseRules.everyRouteSaysWhoMayCallIt(WITH_KIT);
    }

    @Test
    void packagesAreNamedForConcepts() {
        HouseRules.packagesAreNamedForConcepts(OWN);
    }

    @Test
    void packagesAreFreeOfCycles() {
        HouseRules.packagesAreFreeOfCycles(OWN, "org.anchors.socialvalue");
    }

    @Test
    void entitiesStayInTheirPackage() {
        HouseRules.entitiesStayInTheirPackage(OWN);
    }

    @Test
    void timeIsAnArgument() {
        HouseRules.timeIsAnArgument(OWN);
    }

    /** docs/decisions/0032: what bodies take of memory does not follow from how many clients there are. */
    @Test
    void bodiesLargerThanABidAreTakenInTurn() {
        methods()
                .that(describe("take more than 4 MB", ArchitectureTest::takesALargeBody))
                .should()
                .beAnnotatedWith(InTurn.class)
                .check(OWN);
    }

    private static boolean takesALargeBody(JavaMethod method) {
        return method.getParameters().stream()
                .flatMap(parameter -> parameter.tryGetAnnotationOfType(UpTo.class).stream())
                .anyMatch(upTo -> upTo.bytes() > 4_000_000);
    }

    /** Scoring depends on nothing but the language and exact decimals. */
    @Test
    void scoringIsPure() {
        classes()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PURE)
                        .or(resideInAnyPackage(
                                "java.lang..", "java.math..", "java.util..", "java.time", "org.jspecify.annotations"))
                        .and(not(assignableTo(Clock.class)))
                        .or(primitivesButNoBinaryFractions()))
                .check(OWN);
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callCodeUnitWhere(describe("takes or gives a binary fraction", call -> Stream.concat(
                                Stream.of(call.getTarget().getRawReturnType()),
                                call.getTarget().getRawParameterTypes().stream())
                        .anyMatch(ArchitectureTest::isBinaryFraction)))
                .check(OWN);
    }

    private static DescribedPredicate<JavaClass> primitivesButNoBinaryFractions() {
        return describe(
                "are primitives other than double and float",
                type -> type.getBaseComponentType().isPrimitive() && !isBinaryFraction(type)
                        || type.isArray()
                                && resideInAnyPackage("org.anchors.socialvalue..", "java.lang")
                                        .test(type.getBaseComponentType()));
    }

    private static boolean isBinaryFraction(JavaClass type) {
        return Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                .contains(type.getBaseComponentType().getName());
    }
}
