package org.anchors.employment.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Objects;
import org.anchors.kit.calendar.EssexDays;

/** What is kept of people, programme by programme. */
@ApplicationScoped
class Kept {

    private static final String DUE = """
            select p.programme, count(*) people,
                   cast(greatest(max(p.registered_at), max(m.last)) at time zone 'Europe/London' as date) last,
                   coalesce((select k.wrapped is not null from pseudonym_key k where k.scope = p.programme), false) stands
            from participant p
            left join (select participant, max(recorded_at) last from milestone group by participant) m
              on m.participant = p.id
            group by p.programme order by p.programme
            """;

    private final EntityManager database;

    Kept(EntityManager database) {
        this.database = database;
    }

    /** Every programme of whose people there are rows. */
    List<Due> all() {
        List<?> rows = database.createNativeQuery(DUE, Tuple.class).getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Due(
                        row.get("programme", String.class),
                        Objects.requireNonNull(EssexDays.read(row, "last")),
                        row.get("stands", Boolean.class),
                        ((Number) row.get("people")).longValue()))
                .toList();
    }

    /** Whether this replica is the one that lets go; until the transaction ends no other is. */
    boolean isTheOneThatLetsGo() {
        return (Boolean)
                database.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended('retention', 0))")
                        .getSingleResult();
    }

    /** Seals a programme's cohorts, so that their totals stay as they are, and deletes every row about a person. */
    int deleteRows(String programme) {
        database.createNativeQuery("select id from cohort where programme = :programme order by id for update")
                .setParameter("programme", programme)
                .getResultList();
        database.createNativeQuery(
                        "update cohort set sealed_at = now(), version = version + 1 where programme = :programme and sealed_at is null")
                .setParameter("programme", programme)
                .executeUpdate();
        return database.createNativeQuery("delete from participant where programme = :programme")
                .setParameter("programme", programme)
                .executeUpdate();
    }
}
