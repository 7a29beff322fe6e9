package org.anchors.charter.consolidated;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;

/** Holds the sums that the projection keeps against what its values come to, in the database, so that only what differs comes out of it. */
final class Comparison {

    /** A figure's id, of the columns that name it. */
    static final String ID = "case when grp = '' then indicator else indicator || '.' || grp end";

    private static final String DIFFERENCES = """
            select coalesce(kept.what, come.what) as what
            from (%s) kept full join (%s) come on come.what = kept.what
            where kept.said is distinct from come.said
            order by 1 limit :most
            """;

    private Comparison() {}

    /**
     * Asks what differs.
     *
     * @param kept gives {@code what} is kept and what is {@code said} of it
     * @param come gives the same as the values have it
     */
    static Query of(EntityManager database, String kept, String come) {
        return database.createNativeQuery(DIFFERENCES.formatted(kept, come));
    }

    static List<String> told(Query comparison, int most) {
        List<?> told = comparison.setParameter("most", most).getResultList();
        return told.stream().map(String.class::cast).toList();
    }
}
