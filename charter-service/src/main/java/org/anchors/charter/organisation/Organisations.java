package org.anchors.charter.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;

/** The organisations of the partnership. */
@ApplicationScoped
public class Organisations {

    private static final String COLUMNS = "key, name, sector, places, alliances, level, note";

    private final EntityManager database;

    Organisations(EntityManager database) {
        this.database = database;
    }

    public Optional<Organisation> find(String key) {
        return read("select " + COLUMNS + " from organisation where key = :key", "key", key).stream()
                .findFirst();
    }

    /** Those whose key comes after the given one, in the order of keys. */
    List<Organisation> after(String key, int most) {
        return read(
                "select " + COLUMNS + " from organisation where key > :after order by key limit " + most, "after", key);
    }

    /** Adds an organisation, or brings one up to date. */
    public void load(Organisation organisation) {
        database.createNativeQuery("""
                        insert into organisation (key, name, sector, places, alliances, level, note)
                        values (:key, :name, :sector, :places, :alliances, :level, :note)
                        on conflict (key) do update set
                          name = excluded.name, sector = excluded.sector, places = excluded.places,
                          alliances = excluded.alliances, level = excluded.level, note = excluded.note
                        """)
                .setParameter("key", organisation.key())
                .setParameter("name", organisation.name())
                .setParameter("sector", organisation.sector())
                .setParameter("places", organisation.places().toArray(String[]::new))
                .setParameter("alliances", organisation.alliances().toArray(String[]::new))
                .setParameter("level", organisation.level())
                .setParameter("note", organisation.note())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<Organisation> read(String sql, String parameter, String value) {
        List<Tuple> rows = database.createNativeQuery(sql, Tuple.class)
                .setParameter(parameter, value)
                .getResultList();
        return rows.stream().map(Organisations::organisation).toList();
    }

    private static Organisation organisation(Tuple row) {
        return new Organisation(
                row.get("key", String.class),
                row.get("name", String.class),
                row.get("sector", String.class),
                List.of(row.get("places", String[].class)),
                List.of(row.get("alliances", String[].class)),
                row.get("level", String.class),
                row.get("note", String.class));
    }
}
