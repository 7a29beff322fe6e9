package org.anchors.employment.total;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.anchors.contracts.event.OutcomeTotalsChanged.Quality;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.disclosure.Count;
import org.jspecify.annotations.Nullable;

/** Totals of programmes that can give totals only. A later return for the same year supersedes; the earlier ones stay. */
@ApplicationScoped
public class Returns {

    private static final String SAID = "id, programme, year, period, quality, grp, participants, job_offers, in_work,"
            + " sustained, revision, returned_at, withdrawn";

    private final EntityManager database;

    Returns(EntityManager database) {
        this.database = database;
    }

    /**
     * Counts of people; one that is not known is null, which is not zero.
     */
    public record Counts(
            @Nullable Integer participants,
            @Nullable Integer jobOffers,
            @Nullable Integer inWork,
            @Nullable Integer sustained) {

        static final Counts UNKNOWN = new Counts(null, null, null, null);

        /** In the order of their names. */
        public List<@Nullable Integer> counts() {
            return Arrays.asList(participants, jobOffers, inWork, sustained);
        }

        /** Those of a group among everyone as they may be told; not where it is not known how many others there are. */
        Counts seenAmong(Counts everyone) {
            return new Counts(
                    seen(participants, everyone.participants),
                    seen(jobOffers, everyone.jobOffers),
                    seen(inWork, everyone.inWork),
                    seen(sustained, everyone.sustained));
        }

        private static @Nullable Integer seen(@Nullable Integer group, @Nullable Integer everyone) {
            return group != null
                            && everyone != null
                            && Totals.OF_GROUPS.ofGroup(group, everyone) instanceof Count.Shown(long number)
                    ? (Integer) Math.toIntExact(number)
                    : null;
        }
    }

    /**
     * What was returned of one group, or of everyone.
     *
     * @param group empty for everyone
     * @param revision counts the returns for the same programme and year, from 1
     * @param withdrawn whether it says only that what was returned before does not hold
     */
    public record Returned(
            UUID id,
            String programme,
            int year,
            @Nullable String period,
            Quality quality,
            String group,
            Counts totals,
            int revision,
            Instant returnedAt,
            boolean withdrawn) {

        /** The last day of the period, or the day of the return where it has none. */
        public LocalDate endsOn() {
            return period == null
                    ? EssexDays.of(returnedAt)
                    : Months.of(period).last().atEndOfMonth();
        }

        /** As it may be told beside everyone's totals: counts of a group rounded, and none that is few or leaves few. */
        Returned seenAmong(Counts everyone) {
            return group.isEmpty()
                    ? this
                    : new Returned(
                            id,
                            programme,
                            year,
                            period,
                            quality == Quality.EXACT ? Quality.ROUNDED : quality,
                            group,
                            totals.seenAmong(everyone),
                            revision,
                            returnedAt,
                            withdrawn);
        }

        static Returned of(Tuple row) {
            return new Returned(
                    row.get("id", UUID.class),
                    row.get("programme", String.class),
                    row.get("year", Integer.class),
                    row.get("period", String.class),
                    Quality.valueOf(row.get("quality", String.class)),
                    row.get("grp", String.class),
                    new Counts(
                            row.get("participants", Integer.class),
                            row.get("job_offers", Integer.class),
                            row.get("in_work", Integer.class),
                            row.get("sustained", Integer.class)),
                    row.get("revision", Integer.class),
                    row.get("returned_at", Instant.class),
                    row.get("withdrawn", Boolean.class));
        }
    }

    /** The newest return of each of some programmes and years, of a group or of everyone; none where it was withdrawn. */
    public List<Returned> newest(String[] programmes, @Nullable Integer year, @Nullable String group) {
        return rows(database.createNativeQuery("""
                        select * from (
                          select distinct on (programme, year) %s from outcome_return
                          where programme = any (:programmes) and grp = :grp and (:year = 0 or year = :year)
                          order by programme, year, revision desc) newest
                        where not withdrawn
                        """.formatted(SAID), Tuple.class)
                .setParameter("programmes", programmes)
                .setParameter("year", year == null ? 0 : year)
                .setParameter("grp", group == null ? "" : group)
                .getResultList());
    }

    /** The groups that the newest return for a programme and year told of, whether or not the next one does. */
    List<Returned> standing(String programme, int year) {
        return rows(database.createNativeQuery("""
                        select distinct on (grp) %s from outcome_return
                        where programme = :programme and year = :year order by grp, revision desc
                        """.formatted(SAID), Tuple.class)
                .setParameter("programme", programme)
                .setParameter("year", year)
                .getResultList());
    }

    /** Everything that one return said. */
    List<Returned> of(UUID id) {
        return rows(database.createNativeQuery(
                        "select %s from outcome_return where id = :id order by grp".formatted(SAID), Tuple.class)
                .setParameter("id", id)
                .getResultList());
    }

    /** A programme's returns, the newest revision first within each year, those behind a given place. */
    List<Returned> behind(String programme, int year, int revision, int most) {
        return rows(database.createNativeQuery("""
                        select %s from outcome_return where programme = :programme and grp = ''
                          and (year, revision) > (:year, :revision) order by year, revision limit :most
                        """.formatted(SAID), Tuple.class)
                .setParameter("programme", programme)
                .setParameter("year", year)
                .setParameter("revision", revision)
                .setParameter("most", most)
                .getResultList());
    }

    void add(List<Returned> said) {
        said.forEach(one -> {
            var counts = one.totals();
            database.createNativeQuery("""
                            insert into outcome_return (id, programme, year, period, quality, grp, participants, job_offers,
                              in_work, sustained, revision, returned_at, withdrawn)
                            values (:id, :programme, :year, cast(:period as text), :quality, :grp,
                              cast(:participants as int), cast(:offers as int), cast(:inWork as int),
                              cast(:sustained as int), :revision, :at, :withdrawn)
                            """)
                    .setParameter("id", one.id())
                    .setParameter("programme", one.programme())
                    .setParameter("year", one.year())
                    .setParameter("period", one.period())
                    .setParameter("quality", one.quality().name())
                    .setParameter("grp", one.group())
                    .setParameter("participants", counts.participants())
                    .setParameter("offers", counts.jobOffers())
                    .setParameter("inWork", counts.inWork())
                    .setParameter("sustained", counts.sustained())
                    .setParameter("revision", one.revision())
                    .setParameter("at", one.returnedAt())
                    .setParameter("withdrawn", one.withdrawn())
                    .executeUpdate();
        });
    }

    /** Whether totals of the programme and year are counted from records, or were before these were deleted. */
    boolean isCounted(String programme, int year) {
        return (Boolean) database.createNativeQuery("""
                        select exists (select from outcome_total where programme = :programme and year = :year and grp = ''
                                         and greatest(participants, job_offers, in_work, sustained) > 0)
                        """)
                .setParameter("programme", programme)
                .setParameter("year", year)
                .getSingleResult();
    }

    private static List<Returned> rows(List<?> rows) {
        return rows.stream().map(row -> Returned.of((Tuple) row)).toList();
    }
}
