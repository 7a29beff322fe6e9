package org.anchors.charter;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.anchors.kit.testing.HouseRules;
import org.junit.jupiter.api.Test;

/** style.md, as rules. */
class ArchitectureTest {

    private static final JavaClasses CHARTER = HouseRules.classesOf("org.anchors.charter", "org.anchors.kit");

    @Test
    void everyRouteSaysWhoMayCallIt() {
        HouseRules.everyRouteSaysWhoMayCallIt(CHARTER);
    }

    @Test
    void packagesAreNamedForConcepts() {
        HouseRules.packagesAreNamedForConcepts(CHARTER);
    }

    @Test
    void packagesAreFreeOfCycles() {
        HouseRules.packagesAreFreeOfCycles(CHARTER, "org.anchors.charter");
    }

    @Test
    void entitiesStayInTheirPackage() {
        HouseRules.entitiesStayInTheirPackage(CHARTER);
    }

    @Test
    void timeIsAnArgument() {
        HouseRules.timeIsAnArgument(CHARTER);
    }
}
