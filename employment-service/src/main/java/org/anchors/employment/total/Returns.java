package org.anchors.employment.total;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
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
