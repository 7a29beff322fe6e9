package org.anchors.employment.total;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.anchors.contracts.event.OutcomeTotalsChanged.Quality;
import org.anchors.kit.disclosure.Policy;
import org.jspecify.annotations.Nullable;

/** Counts everybody in cohorts anew when their records have changed, and tells of totals that are others than before. */
@ApplicationScoped
public class Totals {

    /** Under which counts of groups leave the service, and stay in it when flags have gone. */
    public static final Policy OF_GROUPS = Policy.HES;

    /** What is to be told of cohorts by what is stored of their people; of a year of which nobody is left, nobody. */
    private static final String WANTED = """
            with counted as (
                select programme, cohort, year, count(started_on) participants, count(offered_on) job_offers,
                       count(work_on) in_work, count(sustained_on) sustained
                from participant_state where cohort = any (:cohorts) and year is not null group by programme, cohort, year),
            wanted as (
                select * from counted
                union all
                select programme, cohort, year, 0, 0, 0, 0 from outcome_total t
                where cohort = any (:cohorts) and grp = '' and not exists (
                    select from counted c where c.cohort = t.cohort and c.year = t.year))
            """;

    private static final String RECOUNT = WANTED + """
            insert into outcome_total as t (programme, cohort, year, grp, participants, job_offers, in_work, sustained, version)
            select programme, cohort, year, '', participants, job_offers, in_work, sustained, 1 from wanted
            """ + Telling.OF_COHORTS;

    private static final String OTHERS = WANTED + """
            select distinct cohort from (
                select cohort, year, participants, job_offers, in_work, sustained from wanted
                except
                select cohort, year, participants, job_offers, in_work, sustained from outcome_total
                where cohort = any (:cohorts) and grp = '') other
            where cohort not in (select cohort from cohort_fold where erased)
            """;

    private final EntityManager database;
    private final Telling telling;

    Totals(EntityManager database, Telling telling) {
        this.database = database;
        this.telling = telling;
    }

    /** Counts everybody in cohorts anew; whoever changes their records holds the lock on each of them. */
    public void recount(Collection<Long> cohorts) {
        telling.tell(
                of(cohorts, database.createNativeQuery(RECOUNT, Tuple.class)).getResultList());
        of(
                        cohorts,
                        database.createNativeQuery(
                                "update cohort_fold set erased = false where cohort = any (:cohorts) and erased"))
                .executeUpdate();
    }

    /** Those of some cohorts of which other totals were told than what is stored comes to, without anybody having been erased since. */
    public Set<Long> toldOtherwise(Collection<Long> cohorts) {
        List<?> found = of(cohorts, database.createNativeQuery(OTHERS)).getResultList();
        return found.stream().map(Long.class::cast).collect(Collectors.toSet());
    }

    /** Somebody is erased from a cohort, on which the caller holds the lock: what was told of it stays until its records change. */
    public void erasedFrom(long cohort) {
        of(
                        List.of(cohort),
                        database.createNativeQuery(
                                "update cohort_fold set erased = true where cohort = any (:cohorts)"))
                .executeUpdate();
    }

    private static Query of(Collection<Long> cohorts, Query query) {
        return query.setParameter("cohorts", cohorts.toArray(Long[]::new));
    }

    /**
     * What stands of cohorts whose records were deleted after they had been kept for long enough.
     *
     * @param year the calendar year in which the reporting year starts
     */
    public record Sealed(String programme, int year, Quality quality, Counts totals) {

        static Sealed of(Tuple row, Quality quality) {
            return new Sealed(
                    row.get("programme", String.class), row.get("year", Integer.class), quality, Counts.of(row));
        }

        /** Whether records were counted in it, and not only none. */
        public boolean countsSomebody() {
            return totals.counts().stream().anyMatch(count -> count != null && count > 0);
        }
    }

    /** The sealed totals of everyone in some programmes, by programme and year. */
    public List<Sealed> sealed(String[] keys, @Nullable Integer year) {
        List<?> rows = database.createNativeQuery(
                        """
                        select t.programme, t.year, %s, %s, %s, %s
                        from outcome_total t join cohort c on c.id = t.cohort and c.sealed_at is not null
                        where t.programme = any (:programmes) and t.grp = '' and (:year = 0 or t.year = :year)
                        group by t.programme, t.year order by t.programme, t.year
                        """.formatted(sum("participants"), sum("job_offers"), sum("in_work"), sum("sustained")),
                        Tuple.class)
                .setParameter("programmes", keys)
                .setParameter("year", year == null ? 0 : year)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> Sealed.of(row, Quality.EXACT))
                .toList();
    }

    private static String sum(String column) {
        return "cast(sum(t.%1$s) as int) %1$s".formatted(column);
    }
}
