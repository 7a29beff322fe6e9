package org.anchors.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** The rules that every service keeps; each service's ArchitectureTest calls them with its own packages. */
public final class HouseRules {

    private HouseRules() {}

    public static JavaClasses classesOf(String... packages) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages(packages);
    }

    /** Deny by default: a route that does not say who may call it does not pass. */
    public static void everyRouteSaysWhoMayCallIt(JavaClasses classes) {
        methods()
                .that(areRoutes())
                .should(sayWhoMayCallThem())
                .because("a route is closed unless it says whom it is open to")
                .check(classes);
    }

    /** A package is a concept of the field, never a layer. */
    public static void packagesAreNamedForConcepts(JavaClasses classes) {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..service..", "..dto..", "..mapper..", "..impl..", "..util..", "..common..", "..model..")
                .check(classes);
    }

    public static void packagesAreFreeOfCycles(JavaClasses classes, String root) {
        slices().matching(root + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    public static void entitiesStayInTheirPackage(JavaClasses classes) {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .check(classes);
    }

    public static void timeIsAnArgument(JavaClasses classes) {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now", Clock.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(classes);
    }

    private static DescribedPredicate<JavaMethod> areRoutes() {
        return DescribedPredicate.describe("are routes", method -> method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class)));
    }

    private static ArchCondition<JavaMethod> sayWhoMayCallThem() {
        return new ArchCondition<>("say who may call them") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var said = method.isAnnotatedWith(RolesAllowed.class) || method.isAnnotatedWith(PermitAll.class);
                events.add(new SimpleConditionEvent(method, said, method.getFullName()));
            }
        };
    }
}
