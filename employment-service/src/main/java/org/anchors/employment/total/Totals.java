package org.anchors.employment.total;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.anchors.contracts.event.OutcomeTotalsChanged;
import org.anchors.contracts.event.OutcomeTotalsChanged.Quality;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.disclosure.Policy;
import org.anchors.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Counts the totals of cohorts anew when their records have changed, and announces those that are others than before. */
@ApplicationScoped
public class Totals {

    /** Under which counts of groups leave the service, and stay in it when flags have gone. */
    static final Policy OF_GROUPS = Policy.HES;

    private static final String RECOUNT =
            """
            with person as (
                select participant, programme, cohort, year, started_on, offered_on, work_on, sustained_on
                from participant_state where cohort = any (:cohorts) and year is not null),
            everybody as (
                select programme, cohort, year, count(started_on) participants, count(offered_on) job_offers,
                       count(work_on) in_work, count(sustained_on) sustained
                from person group by programme, cohort, year),
            member as (
                select cohort, year, f.grp, count(started_on) participants, count(offered_on) job_offers,
                       count(work_on) in_work, count(sustained_on) sustained
                from person join equality_flag f on f.participant = person.participant and f.answer = 'YES'
                group by cohort, year, f.grp),
            counted as (
                select programme, cohort, year, '' grp, participants, job_offers, in_work, sustained from everybody
                union all
                select * from (
                    select e.programme, cohort, year, m.grp, %1$s participants, %2$s job_offers, %3$s in_work, %4$s sustained
                    from everybody e join member m using (cohort, year)) told
                where num_nonnulls(participants, job_offers, in_work, sustained) > 0),
            wanted as (
                select * from counted
                union all
                select t.programme, t.cohort, t.year, t.grp, gone, gone, gone, gone
                from (select *, case when grp = '' then 0 end as gone from outcome_total) t
                where t.cohort = any (:cohorts) and not exists (
                    select from counted c where c.cohort = t.cohort and c.year = t.year and c.grp = t.grp))
            insert into outcome_total as t (programme, cohort, year, grp, participants, job_offers, in_work, sustained, version)
            select programme, cohort, year, grp, participants, job_offers, in_work, sustained, 1 from wanted
            on conflict (cohort, year, grp) do update
              set participants = excluded.participants, job_offers = excluded.job_offers, in_work = excluded.in_work,
                  sustained = excluded.sustained, version = t.version + 1
              where (t.participants, t.job_offers, t.in_work, t.sustained)
                is distinct from (excluded.participants, excluded.job_offers, excluded.in_work, excluded.sustained)
            returning programme, (select key from cohort c where c.id = cohort) cohort_key, year, grp, participants,
              job_offers, in_work, sustained, version
            """.formatted(ofGroup("participants"), ofGroup("job_offers"), ofGroup("in_work"), ofGroup("sustained"));

    private final EntityManager database;
    private final ProgrammeAccess programmes;
    private final Outbox outbox;
    private final Clock clock;

    Totals(EntityManager database, ProgrammeAccess programmes, Outbox outbox, Clock clock) {
        this.database = database;
        this.programmes = programmes;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A count of a group in a cohort is told and kept as {@link Policy#ofGroup} shows it: a few people would be their flags. */
    private static String ofGroup(String count) {
        return "case when least(m.%1$s, e.%1$s - m.%1$s) > %2$d then (m.%1$s + %3$d) / %4$d * %4$d end"
                .formatted(
                        count,
                        Objects.requireNonNull(OF_GROUPS.suppressed()).high(),
                        OF_GROUPS.nearest() / 2,
                        OF_GROUPS.nearest());
    }

    /** Counts cohorts anew; whoever changes their records holds the lock on each of them. */
    public void recount(Collection<Long> cohorts) {
        List<?> changed = database.createNativeQuery(RECOUNT, Tuple.class)
                .setParameter("cohorts", cohorts.toArray(Long[]::new))
                .getResultList();
        var known = new HashMap<String, ProgrammeAccess.Known>();
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        outbox.addAll(changed.stream()
                .map(Tuple.class::cast)
                .map(row -> event(
                        row,
                        known.computeIfAbsent(
                                row.get("programme", String.class),
                                key -> programmes.find(key).orElseThrow()),
                        at))
                .toList());
    }

    /**
     * What stands of cohorts whose records were deleted after they had been kept for long enough.
     *
     * @param year the calendar year in which the reporting year starts
     */
    public record Sealed(String programme, int year, Quality quality, Returns.Counts totals) {}

    /** The sealed totals of a group, or of everyone, in some programmes, by programme and year; null where a cohort's was too small. */
    public List<Sealed> sealed(String[] keys, @Nullable Integer year, @Nullable String group) {
        List<?> rows = database.createNativeQuery(
                        """
                        select t.programme, t.year, %s, %s, %s, %s
                        from outcome_total t join cohort c on c.id = t.cohort and c.sealed_at is not null
                        where t.programme = any (:programmes) and t.grp = :grp and (:year = 0 or t.year = :year)
                        group by t.programme, t.year order by t.programme, t.year
                        """.formatted(sum("participants"), sum("job_offers"), sum("in_work"), sum("sustained")),
                        Tuple.class)
                .setParameter("grp", group == null ? "" : group)
                .setParameter("programmes", keys)
                .setParameter("year", year == null ? 0 : year)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Sealed(
                        row.get("programme", String.class),
                        row.get("year", Integer.class),
                        group == null ? Quality.EXACT : Quality.ROUNDED,
                        counts(row)))
                .toList();
    }

    private static String sum(String column) {
        return "case when count(%1$s) = count(*) then cast(sum(%1$s) as int) end %1$s".formatted(column);
    }

    private static Returns.Counts counts(Tuple row) {
        return new Returns.Counts(
                row.get("participants", Integer.class),
                row.get("job_offers", Integer.class),
                row.get("in_work", Integer.class),
                row.get("sustained", Integer.class));
    }

    private static OutcomeTotalsChanged event(Tuple row, ProgrammeAccess.Known programme, Instant at) {
        var year = new ReportingYear(row.get("year", Integer.class)).toString();
        var group = group(row.get("grp", String.class));
        return new OutcomeTotalsChanged(
                programme.key(),
                programme.name(),
                programme.provider(),
                row.get("cohort_key", String.class),
                year,
                year,
                group,
                OutcomeTotalsChanged.Basis.RECORDS,
                group == null ? Quality.EXACT : Quality.ROUNDED,
                new OutcomeTotalsChanged.Totals(
                        row.get("participants", Integer.class),
                        row.get("job_offers", Integer.class),
                        row.get("in_work", Integer.class),
                        row.get("sustained", Integer.class)),
                row.get("version", Integer.class),
                at);
    }

    private static @Nullable String group(String group) {
        return group.isEmpty() ? null : group;
    }
}
