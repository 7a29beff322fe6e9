package org.anchors.employment.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.anchors.employment.total.Totals;

/** Of which programmes and years something is recorded. */
@ApplicationScoped
class Recordings {

    private final EntityManager database;

    Recordings(EntityManager database) {
        this.database = database;
    }

    /**
     * That participants of a programme are counted.
     *
     * @param year the calendar year in which the reporting year starts
     */
    record Counting(String programme, int year) {
        static Counting of(Totals.Sealed sealed) {
            return new Counting(sealed.programme(), sealed.year());
        }
    }

    /** Programmes of which there are participants, until the day, in the year that is asked for. */
    List<String> withRecords(Question question) {
        List<?> found = database.createNativeQuery("""
                        select key from unnest(:programmes) key where exists (
                          select from participant_state s where s.programme = key and s.year is not null
                            and (:year = 0 or s.year = :year)
                            and least(s.referred_on, s.started_on, s.offered_on, s.first_start, s.completed_on, s.left_on) <= :asOf)
                        """)
                .setParameter("asOf", question.asOf())
                .setParameter("programmes", question.keys())
                .setParameter("year", question.year() == null ? 0 : question.year())
                .getResultList();
        return found.stream().map(String.class::cast).toList();
    }

    /** Programmes and years of which totals are counted, until the day, so that no return speaks for them; each has been told of. */
    Set<Counting> counting(Question question) {
        List<?> found = database.createNativeQuery("""
                        select distinct t.programme, t.year from outcome_total t
                        where t.programme = any (:programmes) and t.grp = '' and (:year = 0 or t.year = :year)
                          and exists (select from participant_state s where s.programme = t.programme and s.year = t.year
                                        and least(s.started_on, s.offered_on, s.work_on) <= :asOf)
                        """, Tuple.class)
                .setParameter("asOf", question.asOf())
                .setParameter("programmes", question.keys())
                .setParameter("year", question.year() == null ? 0 : question.year())
                .getResultList();
        return found.stream()
                .map(Tuple.class::cast)
                .map(row -> new Counting(row.get("programme", String.class), row.get("year", Integer.class)))
                .collect(Collectors.toSet());
    }

    /** Whether everybody in some programmes was registered with what programmes recognise people by. */
    boolean allCanBeRecognised(List<String> programmes) {
        return (Boolean) database.createNativeQuery("""
                        select not exists (select from participant_state s join participant p on p.id = s.participant
                                           where s.programme = any (:programmes) and p.shared_pseudonym is null)
                        """)
                .setParameter("programmes", programmes.toArray(String[]::new))
                .getSingleResult();
    }
}
