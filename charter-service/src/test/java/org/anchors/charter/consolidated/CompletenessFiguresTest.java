package org.anchors.charter.consolidated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.Test;

/** docs/decisions/0030: a database that is away takes its figures with it. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class CompletenessFiguresTest {

    @Inject
    EntityManagerFactory databases;

    @Inject
    EssexDays days;

    @Test
    void areNoneWhileTheDatabaseDoesNotAnswer() {
        var registry = new SimpleMeterRegistry();
        var database = databases.createEntityManager();
        var figures = new CompletenessFigures(new Reporters(database), days, registry);
        figures.look();
        assertEquals(4, registry.find("anchors.reports").gauges().size());
        database.close();
        figures.look();
        assertEquals(0, registry.find("anchors.reports").gauges().size());
    }
}
