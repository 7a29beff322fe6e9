package org.anchors.employment.total;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The totals of target groups in cohorts. They are told by the night, and a count only when it is another one than it was for as many
 * people as are few no more: a rounded count that changes with one record would tell that person's flag to whoever reads both.
 */
@ApplicationScoped
public class GroupTotals {

    private static final long FEW =
            Objects.requireNonNull(Totals.OF_GROUPS.suppressed()).high();

    private static final List<String> COUNTS = List.of("participants", "job_offers", "in_work", "sustained");

    private static final String RECOUNT = """
            with due as (
                select untold_year as year, %1$s from participant_state
                where cohort = :cohort and untold_counts <> 0 and untold_year is not null group by untold_year),
            everybody as (
                select year, count(started_on) participants, count(offered_on) job_offers,
                       count(work_on) in_work, count(sustained_on) sustained
                from participant_state where cohort = :cohort group by year),
            member as (
                select year, f.grp, count(started_on) participants, count(offered_on) job_offers,
                       count(work_on) in_work, count(sustained_on) sustained
                from participant_state s join equality_flag f on f.participant = s.participant and f.answer = 'YES'
                where s.cohort = :cohort group by year, f.grp),
            wanted as (
                select year, grp, %2$s, t.version is not null as told
                from due d left join everybody e using (year)
                join (member m full join (select * from outcome_total where cohort = :cohort and grp <> '') t using (year, grp))
                  using (year)),
            cleared as (
                update participant_state s set untold_counts = untold_counts & ~(%3$s) from due d
                where s.cohort = :cohort and s.untold_year = d.year and untold_counts <> 0)
            insert into outcome_total as t (programme, cohort, year, grp, participants, job_offers, in_work, sustained, version)
            select c.programme, c.id, year, grp, participants, job_offers, in_work, sustained, 1
            from wanted join cohort c on c.id = :cohort
            where told or num_nonnulls(participants, job_offers, in_work, sustained) > 0
            """.formatted(
                            each("count(*) filter (where untold_counts & %2$d <> 0) > " + FEW + " %1$s", ", "),
                            each("case when d.%1$s then " + ofGroup() + " else t.%1$s end %1$s", ", "),
                            each("%2$d * cast(d.%1$s as int)", " + "))
            + Telling.WHERE_OTHERWISE;

    private static final String DUE =
            """
            select c.id, c.programme, c.key from cohort c
            where c.sealed_at is null and c.id in (
                select cohort from participant_state where untold_counts <> 0 and untold_year is not null
                group by cohort, untold_year having greatest(%s) > %d)
            order by c.id
            """.formatted(each("count(*) filter (where untold_counts & %2$d <> 0)", ", "), FEW);

    private final EntityManager database;
    private final Telling telling;

    GroupTotals(EntityManager database, Telling telling) {
        this.database = database;
        this.telling = telling;
    }

    /** The same of each count, by its name and by its number in {@link Totals#countsOf}. */
    private static String each(String what, String between) {
        return IntStream.range(0, COUNTS.size())
                .mapToObj(index -> what.formatted(COUNTS.get(index), 1 << index))
                .collect(Collectors.joining(between));
    }

    /** A count of a group in a cohort is told and kept as {@link org.anchors.kit.disclosure.Policy#ofGroup} shows it. */
    private static String ofGroup() {
        return "case when least(m.%%1$s, e.%%1$s - m.%%1$s) > %1$d then (m.%%1$s + %2$d) / %3$d * %3$d end"
                .formatted(FEW, Totals.OF_GROUPS.nearest() / 2, Totals.OF_GROUPS.nearest());
    }

    /** A participant said something else about groups: that is told with what comes of others. */
    public void changed(long participant) {
        database.createNativeQuery("""
                        update participant_state s set untold_counts = untold_counts | %s, untold_year = year
                        where participant = :participant
                        """.formatted(Totals.countsOf("s")))
                .setParameter("participant", participant)
                .executeUpdate();
    }

    record Cohort(long number, String programme, String key) {
        static Cohort of(Tuple row) {
            return new Cohort(
                    row.get("id", Long.class), row.get("programme", String.class), row.get("key", String.class));
        }
    }

    /** Cohorts in which a count has changed for so many people, since it was told of groups, that it can be told. */
    List<Cohort> due() {
        List<?> rows = database.createNativeQuery(DUE, Tuple.class).getResultList();
        return rows.stream().map(row -> Cohort.of((Tuple) row)).toList();
    }

    /** Tells of the groups of a cohort the counts that are due, unless somebody else is about to; how many totals were told. */
    int tell(long cohort) {
        if (!isLocked(cohort)) {
            return 0;
        }
        var changed = database.createNativeQuery(RECOUNT, Tuple.class)
                .setParameter("cohort", cohort)
                .getResultList();
        telling.tell(changed);
        return changed.size();
    }

    private boolean isLocked(long cohort) {
        return !database.createNativeQuery(
                        "select id from cohort where id = :id and sealed_at is null for update skip locked")
                .setParameter("id", cohort)
                .getResultList()
                .isEmpty();
    }
}
