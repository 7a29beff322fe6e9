package org.anchors.employment.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The organisations of the partnership and the places where they work. */
@ApplicationScoped
public class Partners {

    /** Stands for every employer that is not of the partnership: its name may be a person's. */
    public static final String OTHER = "other";

    private final EntityManager database;

    Partners(EntityManager database) {
        this.database = database;
    }

    /**
     * An organisation by its key.
     *
     * @param signatory whether it has signed the charter
     */
    public record Partner(String key, String name, boolean signatory) {}

    /** The keys of all organisations; there are some dozens. */
    @SuppressWarnings("unchecked")
    public Set<String> keys() {
        return new HashSet<>((List<String>)
                database.createNativeQuery("select key from organisation").getResultList());
    }

    /** All places where organisations work. */
    @SuppressWarnings("unchecked")
    public Set<String> places() {
        return new HashSet<>(
                (List<String>) database.createNativeQuery("select distinct unnest(places) from organisation")
                        .getResultList());
    }

    /** All organisations, by key. */
    public Map<String, Partner> all() {
        List<?> rows = database.createNativeQuery("""
                        select key, name, exists (select from signature s
                                                  where s.organisation = o.key and s.state = 'SIGNED') signatory
                        from organisation o
                        """, Tuple.class).getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Partner(
                        row.get("key", String.class),
                        row.get("name", String.class),
                        row.get("signatory", Boolean.class)))
                .collect(Collectors.toMap(Partner::key, partner -> partner));
    }
}
