package org.anchors.charter.consolidated;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import org.anchors.kit.platform.Failures;
import org.anchors.kit.projection.Projections;
import org.jboss.logging.Logger;

/**
 * Builds the projection anew after a release whose rows hold more, once however many replicas start; the old rows are read until the
 * new ones are complete.
 */
@ApplicationScoped
class Reshaping {

    private static final Logger LOG = Logger.getLogger(Reshaping.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Projections projections;
    private final EntityManager database;

    Reshaping(Projections projections, EntityManager database) {
        this.projections = projections;
        this.database = database;
    }

    void check(@Observes StartupEvent started) {
        if (QuarkusTransaction.requiringNew().call(this::isDue)) {
            Thread.ofVirtual().name("reshaping").start(this::rebuild);
        }
    }

    private boolean isDue() {
        return ProjectionShape.isOlder(database);
    }

    private void rebuild() {
        try {
            while (!isRebuilt()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isRebuilt() {
        try {
            projections
                    .rebuildIf(ConsolidatedProjection.NAME, this::isDue)
                    .ifPresent(events -> LOG.infof("The consolidated report was built anew from %d events", events));
            return true;
        } catch (RuntimeException failure) {
            LOG.warnf("The consolidated report is not built anew yet: %s", Failures.described(failure));
            return false;
        }
    }
}
