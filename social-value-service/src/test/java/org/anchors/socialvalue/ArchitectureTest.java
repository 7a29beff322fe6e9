package org.anchors.socialvalue;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.anchors.kit.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses OWN = HouseRules.classesOf("org.anchors.socialvalue");
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
}
