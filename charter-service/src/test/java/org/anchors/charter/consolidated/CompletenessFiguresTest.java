package org.anchors.charter.consolidated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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

    @Test
    void areNotMissingWithoutAWordWhereSomethingElseIsAmiss() {
        var said = new ArrayList<Level>();
        var log = Logger.getLogger(CompletenessFigures.class.getName());
        var memory = new Memory(said);
        log.addHandler(memory);
        var database = databases.createEntityManager();
        database.close();
        try {
            new CompletenessFigures(new Reporters(database), days, new SimpleMeterRegistry()).look();
        } finally {
            log.removeHandler(memory);
        }
        assertEquals(List.of("WARN"), said.stream().map(Level::getName).toList());
    }

    /** How loud the lines of a log were. */
    private static final class Memory extends Handler {

        private final List<Level> said;

        Memory(List<Level> said) {
            this.said = said;
        }

        @Override
        public void publish(LogRecord line) {
            said.add(line.getLevel());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
