package org.anchors.employment.total;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Objects;

/**
 * The totals of target groups in cohorts. They are told by the night, and only when something has come of as many people as are few
 * no more: a rounded count that changes with one record would tell that person's flag to whoever reads both.
 */
@ApplicationScoped
public class GroupTotals {

    private static final long FEW =
            Objects.requireNonNull(Totals.OF_GROUPS.suppressed()).high();

    private static final String RECOUNT =
            """
            with everybody as (
                select programme, year, count(started_on) participants, count(offered_on) job_offers,
                       count(work_on) in_work, count(sustained_on) sustained
                from participant_state where cohort = :cohort and year is not null group by programme, year),
            member as (
                select year, f.grp, count(started_on) participants, count(offered_on) job_offers,
                       count(work_on) in_work, count(sustained_on) sustained
                from participant_state s join equality_flag f on f.participant = s.participant and f.answer = 'YES'
                where s.cohort = :cohort and year is not null group by year, f.grp),
            counted as (
                select * from (
                    select e.programme, year, m.grp, %1$s participants, %2$s job_offers, %3$s in_work, %4$s sustained
                    from everybody e join member m using (year)) told
                where num_nonnulls(participants, job_offers, in_work, sustained) > 0),
            wanted as (
                select * from counted
                union all
                select programme, year, grp, null, null, null, null from outcome_total t
                where cohort = :cohort and grp <> '' and not exists (
                    select from counted c where c.year = t.year and c.grp = t.grp))
            insert into outcome_total as t (programme, cohort, year, grp, participants, job_offers, in_work, sustained, version)
            select programme, cast(:cohort as bigint), year, grp, participants, job_offers, in_work, sustained, 1 from wanted
            """.formatted(ofGroup("participants"), ofGroup("job_offers"), ofGroup("in_work"), ofGroup("sustained"))
                    + Telling.WHERE_OTHERWISE;

    private final EntityManager database;
    private final Telling telling;

    GroupTotals(EntityManager database, Telling telling) {
        this.database = database;
        this.telling = telling;
    }

    /** A count of a group in a cohort is told and kept as {@link org.anchors.kit.disclosure.Policy#ofGroup} shows it. */
    private static String ofGroup(String count) {
        return "case when least(m.%1$s, e.%1$s - m.%1$s) > %2$d then (m.%1$s + %3$d) / %4$d * %4$d end"
                .formatted(count, FEW, Totals.OF_GROUPS.nearest() / 2, Totals.OF_GROUPS.nearest());
    }

    /** A participant said something else about groups: that is told with what comes of others. */
    public void changed(long participant) {
        database.createNativeQuery("""
                        update participant_state set untold = true where participant = :participant
                          and num_nonnulls(started_on, offered_on, work_on, sustained_on) > 0
                        """).setParameter("participant", participant).executeUpdate();
    }

    record Cohort(long number, String programme, String key) {
        static Cohort of(Tuple row) {
            return new Cohort(
                    row.get("id", Long.class), row.get("programme", String.class), row.get("key", String.class));
        }
    }

    /** Cohorts in which something has come of so many people, since their groups were told, that it can be told. */
    List<Cohort> due() {
        List<?> rows = database.createNativeQuery("""
                        select c.id, c.programme, c.key from cohort c
                        join (select cohort from participant_state where untold group by cohort having count(*) > :few) due
                          on due.cohort = c.id
                        where c.sealed_at is null order by c.id
                        """, Tuple.class)
                .setParameter("few", FEW)
                .getResultList();
        return rows.stream().map(row -> Cohort.of((Tuple) row)).toList();
    }

    /** Tells of the groups of a cohort, where they are still due and nobody else is about to; how many totals were told. */
    int tell(long cohort) {
        if (!isLocked(cohort) || waiting(cohort) <= FEW) {
            return 0;
        }
        var changed = database.createNativeQuery(RECOUNT, Tuple.class)
                .setParameter("cohort", cohort)
                .getResultList();
        telling.tell(changed);
        database.createNativeQuery("update participant_state set untold = false where cohort = :cohort and untold")
                .setParameter("cohort", cohort)
                .executeUpdate();
        return changed.size();
    }

    private boolean isLocked(long cohort) {
        return !database.createNativeQuery(
                        "select id from cohort where id = :id and sealed_at is null for update skip locked")
                .setParameter("id", cohort)
                .getResultList()
                .isEmpty();
    }

    private long waiting(long cohort) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from participant_state where cohort = :cohort and untold")
                        .setParameter("cohort", cohort)
                        .getSingleResult())
                .longValue();
    }
}
