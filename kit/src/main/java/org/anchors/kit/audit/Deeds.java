package org.anchors.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;

/** Reads the audit trail by what was done to what. */
@ApplicationScoped
public class Deeds {

    private final EntityManager database;

    Deeds(EntityManager database) {
        this.database = database;
    }

    /**
     * What was done to one thing, in order. Who may know it is for the caller to decide.
     *
     * @param object as the deeds were recorded, such as {@code reports/mseft-2024-25}
     * @param after only those behind this place in the trail
     * @param most how many at most
     */
    @SuppressWarnings("unchecked")
    public List<Deed> doneTo(String object, long after, int most) {
        List<Tuple> rows = database.createNativeQuery("""
                        select seq, at, who, organisation, deed, detail from audit_entry
                        where object = :object and seq > :after order by seq limit :most
                        """, Tuple.class)
                .setParameter("object", object)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(row -> new Deed(
                        row.get("seq", Long.class),
                        row.get("at", Instant.class),
                        row.get("who", String.class),
                        row.get("organisation", String.class),
                        row.get("deed", String.class),
                        row.get("detail", String.class)))
                .toList();
    }
}
