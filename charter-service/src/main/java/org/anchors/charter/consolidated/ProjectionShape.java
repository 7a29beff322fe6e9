package org.anchors.charter.consolidated;

import jakarta.persistence.EntityManager;

/**
 * What the rows of the projection hold, as a number that a release raises when its rows hold more. It is kept beside them: rows of an
 * older shape are built anew, and rows of a newer one are left to the newer program.
 */
final class ProjectionShape {

    static final int OWN = 5;

    private ProjectionShape() {}

    static boolean isOlder(EntityManager database) {
        return noted(database) < OWN;
    }

    static boolean isNewer(EntityManager database) {
        return noted(database) > OWN;
    }

    private static int noted(EntityManager database) {
        return database.createNativeQuery("select shape from projection_shape where projection = :projection")
                .setParameter("projection", ConsolidatedProjection.NAME)
                .getResultStream()
                .mapToInt(shape -> (Integer) shape)
                .findFirst()
                .orElse(0);
    }

    static void note(EntityManager database) {
        database.createNativeQuery("""
                        insert into projection_shape (projection, shape) values (:projection, :shape)
                        on conflict (projection) do update set shape = excluded.shape
                        """)
                .setParameter("projection", ConsolidatedProjection.NAME)
                .setParameter("shape", OWN)
                .executeUpdate();
    }
}
