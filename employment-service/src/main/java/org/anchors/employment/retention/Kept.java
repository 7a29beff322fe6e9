package org.anchors.employment.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.rows.OneAtATime;

/** What is kept of people, programme by programme. */
@ApplicationScoped
class Kept {

    /** Only those are looked at of whom something goes, and people are counted only where it is rows that go. */
    private static final String DUE = """
            select f.programme, f.last, k.wrapped is not null stands,
                   case when f.last + cast(:rows as interval) <= :on then (select count(*) from participant p where p.programme = f.programme)
                   else 0 end people
            from (select programme, cast(last_at at time zone 'Europe/London' as date) last from follow_up) f
            join pseudonym_key k on k.scope = f.programme
            where f.last + cast(:keys as interval) <= :on order by f.programme
            """;

    private final EntityManager database;
    private final ProgrammeAccess programmes;
    private final OneAtATime oneAtATime;

    Kept(EntityManager database, ProgrammeAccess programmes, OneAtATime oneAtATime) {
        this.database = database;
        this.programmes = programmes;
        this.oneAtATime = oneAtATime;
    }

    /** Every programme of which the key or rows go, or have gone, until a day. */
    List<Due> due(LocalDate on) {
        List<?> rows = database.createNativeQuery(DUE, Tuple.class)
                .setParameter("on", on)
                .setParameter("keys", Due.KEY.toString())
                .setParameter("rows", Due.ROWS.toString())
                .getResultList();
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
        return oneAtATime.isOnly("retention");
    }

    /** Forgets by what people of a programme were recognised in others: that key stands as long as any of those programmes' does. */
    void forgetShared(String programme) {
        database.createNativeQuery(
                        "update participant set shared_pseudonym = null where programme = :programme and shared_pseudonym is not null")
                .setParameter("programme", programme)
                .executeUpdate();
    }

    /** Whether the key of a programme stands in which people are recognised. */
    boolean isSharing() {
        return (Boolean) database.createNativeQuery("""
                        select exists (select from programme p join pseudonym_key k on k.scope = p.key
                                       where p.shared_key and k.wrapped is not null)
                        """).getSingleResult();
    }

    /** How many loads there were before an instant of which it is still told what came of them. */
    int loads(Instant before) {
        return ((Number) database.createNativeQuery("select count(*) from milestone_load where loaded_at < :before")
                        .setParameter("before", before)
                        .getSingleResult())
                .intValue();
    }

    /** Deletes what came of loads before an instant; answers of how many. */
    int deleteLoads(Instant before) {
        return database.createNativeQuery("delete from milestone_load where loaded_at < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    /** Seals a programme's cohorts, so that their totals stay as they are, and deletes every row about a person. */
    int deleteRows(String programme) {
        programmes.lockCohorts(programme);
        database.createNativeQuery(
                        "update cohort set sealed_at = now(), version = version + 1 where programme = :programme and sealed_at is null")
                .setParameter("programme", programme)
                .executeUpdate();
        return database.createNativeQuery("delete from participant where programme = :programme")
                .setParameter("programme", programme)
                .executeUpdate();
    }
}
