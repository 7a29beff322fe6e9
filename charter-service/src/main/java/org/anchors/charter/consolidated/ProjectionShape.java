package org.anchors.charter.consolidated;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import org.anchors.kit.projection.Projections;
import org.jboss.logging.Logger;

/**
 * Builds the projection anew when its tables have gained something that older rows lack. A release that changes what the rows
 * hold raises the shape; the old rows are read until the new ones are complete.
 */
@ApplicationScoped
class ProjectionShape {

    static final int SHAPE = 2;

    private static final Logger LOG = Logger.getLogger(ProjectionShape.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Projections projections;
    private final EntityManager database;

    ProjectionShape(Projections projections, EntityManager database) {
        this.projections = projections;
        this.database = database;
    }

    void check(@Observes StartupEvent started) {
        if (QuarkusTransaction.requiringNew().call(this::isOlder)) {
            Thread.ofVirtual().name("projection-shape").start(this::rebuild);
        }
    }

    private boolean isOlder() {
        return database.createNativeQuery("select shape from projection_shape where projection = 'consolidated'")
                        .getResultStream()
                        .mapToInt(shape -> (Integer) shape)
                        .findFirst()
                        .orElse(0)
                < SHAPE;
    }

    private void rebuild() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                var events = projections.rebuild("consolidated");
                QuarkusTransaction.requiringNew().run(this::note);
                LOG.infof("The consolidated report was built anew from %d events", events);
                return;
            } catch (RuntimeException failure) {
                LOG.warnf("The consolidated report is not built anew yet: %s", failure);
                pause();
            }
        }
    }

    private void note() {
        database.createNativeQuery("""
                        insert into projection_shape (projection, shape) values ('consolidated', :shape)
                        on conflict (projection) do update set shape = excluded.shape
                        """).setParameter("shape", SHAPE).executeUpdate();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
