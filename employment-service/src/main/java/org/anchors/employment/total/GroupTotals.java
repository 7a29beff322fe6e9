package org.anchors.employment.total;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anchors.contracts.event.OutcomeTotalsChanged.Quality;
import org.anchors.employment.programme.ProgrammeAccess;
import org.jspecify.annotations.Nullable;

/**
 * The totals of target groups over all cohorts of a programme, counted exactly and rounded once. They are told by the night, and a
 * count only when it is another one than it was for as many people outside the group as are few no more: a rounded count that changes
 * with one record would tell that person's flag to whoever reads both, and one that changes by as many as there are records, everybody's.
 */
@ApplicationScoped
public class GroupTotals {

    private static final long FEW =
            Objects.requireNonNull(Totals.OF_GROUPS.suppressed()).high();

    private static final List<String> COUNTS = List.of("participants", "job_offers", "in_work", "sustained");

    private static final String RECOUNT = """
            with changed as (
                select year, %1$s from untold_change where programme = :programme group by year),
            changed_member as (
                select year, f.grp, %1$s
                from untold_change u join equality_flag f on f.participant = u.participant and f.answer = 'YES'
                where u.programme = :programme group by year, f.grp),
            everybody as (
                select year, count(started_on) participants, count(offered_on) job_offers,
                       count(work_on) in_work, count(sustained_on) sustained
                from participant_state where programme = :programme group by year),
            member as (
                select year, f.grp, count(started_on) participants, count(offered_on) job_offers,
                       count(work_on) in_work, count(sustained_on) sustained
                from participant_state s join equality_flag f on f.participant = s.participant and f.answer = 'YES'
                where s.programme = :programme group by year, f.grp),
            due as (
                select year, %2$s
                from changed c left join changed_member g using (year) left join member m using (year, grp)
                left join everybody e using (year) group by year),
            wanted as (
                select year, grp, %3$s, t.version is not null as told
                from due d left join everybody e using (year)
                join (member m full join (select * from group_total where programme = :programme) t using (year, grp))
                  using (year)),
            mask as (select year, %4$s counts from due),
            told_all as (
                delete from untold_change u using mask
                where u.programme = :programme and u.year = mask.year and u.counts & ~mask.counts = 0),
            told_some as (
                update untold_change u set counts = u.counts & ~mask.counts from mask
                where u.programme = :programme and u.year = mask.year and u.counts & mask.counts > 0 and u.counts & ~mask.counts > 0)
            insert into group_total as t (programme, year, grp, participants, job_offers, in_work, sustained, version)
            select cast(:programme as text), year, grp, participants, job_offers, in_work, sustained, 1 from wanted
            where told or num_nonnulls(participants, job_offers, in_work, sustained) > 0
            """.formatted(
                            each("count(*) filter (where counts & %2$d <> 0) %1$s", ", "),
                            each("bool_and(" + isDue() + ") %1$s", ", "),
                            each("case when d.%1$s then " + ofGroup() + " else t.%1$s end %1$s", ", "),
                            each("%2$d * cast(%1$s as int)", " + "))
            + Telling.OF_PROGRAMMES;

    private static final String DUE = """
            select distinct programme
            from (select programme, year, counts from untold_change union all select programme, year, counts from untold) u
            group by programme, year having greatest(%s) > %d order by programme
            """.formatted(each("count(*) filter (where counts & %2$d <> 0)", ", "), FEW);

    private final EntityManager database;
    private final Untold untold;
    private final Telling telling;
    private final ProgrammeAccess programmes;

    GroupTotals(EntityManager database, Untold untold, Telling telling, ProgrammeAccess programmes) {
        this.database = database;
        this.programmes = programmes;
        this.untold = untold;
        this.telling = telling;
    }

    /** The same of each count, by its name and by its number in {@link Untold#countsOf}. */
    private static String each(String what, String between) {
        return IntStream.range(0, COUNTS.size())
                .mapToObj(index -> what.formatted(COUNTS.get(index), 1 << index))
                .collect(Collectors.joining(between));
    }

    /** A count of a group in a programme is told and kept as {@link org.anchors.kit.disclosure.Policy#ofGroup} shows it. */
    private static String ofGroup() {
        return "case when least(m.%%1$s, e.%%1$s - m.%%1$s) > %1$d then (m.%%1$s + %2$d) / %3$d * %3$d end"
                .formatted(FEW, Totals.OF_GROUPS.nearest() / 2, Totals.OF_GROUPS.nearest());
    }

    /** For enough people, and enough outside each group, unless nearly everybody belongs to it, of which nothing is told. */
    private static String isDue() {
        return ("c.%%1$s > %1$d and (c.%%1$s - coalesce(g.%%1$s, 0) > %1$d"
                        + " or coalesce(e.%%1$s, 0) - coalesce(m.%%1$s, 0) <= %1$d)")
                .formatted(FEW);
    }

    /** Programmes in which a count has changed for so many people, since it was told of groups, that it can be told. */
    List<String> due() {
        List<?> found = database.createNativeQuery(DUE).getResultList();
        return found.stream().map(String.class::cast).toList();
    }

    /** Tells of the groups of a programme the counts that are due; how many totals were told. */
    int tell(String programme) {
        programmes.lockCohorts(programme);
        untold.takeOver(programme);
        var changed = database.createNativeQuery(RECOUNT, Tuple.class)
                .setParameter("programme", programme)
                .getResultList();
        telling.tell(changed);
        return changed.size();
    }

    /** What was told last of a programme and year, by the group; null is what was kept back. */
    public Map<String, Counts> told(String programme, int year) {
        List<?> rows = database.createNativeQuery(
                        "select * from group_total where programme = :programme and year = :year", Tuple.class)
                .setParameter("programme", programme)
                .setParameter("year", year)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.toMap(row -> row.get("grp", String.class), Counts::of));
    }

    /** What was told last of a group in programmes whose records were deleted, by programme and year. */
    public List<Totals.Sealed> sealed(String[] keys, @Nullable Integer year, String group) {
        List<?> rows = database.createNativeQuery("""
                        select t.* from group_total t
                        where t.programme = any (:programmes) and t.grp = :grp and (:year = 0 or t.year = :year)
                          and exists (select from cohort c where c.programme = t.programme and c.sealed_at is not null)
                        order by t.programme, t.year
                        """, Tuple.class)
                .setParameter("programmes", keys)
                .setParameter("grp", group)
                .setParameter("year", year == null ? 0 : year)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> Totals.Sealed.of(row, Quality.ROUNDED))
                .toList();
    }
}
