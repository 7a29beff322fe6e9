package org.anchors.charter.charter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.refusal.Refused;

/** The editions of the charter and their commitments. */
@ApplicationScoped
public class Charter {

    private final EntityManager database;

    Charter(EntityManager database) {
        this.database = database;
    }

    @SuppressWarnings("unchecked")
    public List<Edition> editions() {
        List<Tuple> rows = database.createNativeQuery(
                        "select edition, first_year, last_year from charter_edition order by first_year", Tuple.class)
                .getResultList();
        return rows.stream()
                .map(row -> new Edition(
                        row.get("edition", String.class),
                        new ReportingYear(row.get("first_year", Integer.class)),
                        new ReportingYear(row.get("last_year", Integer.class))))
                .toList();
    }

    public Edition require(String name) {
        return editions().stream()
                .filter(edition -> edition.edition().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("The edition " + name));
    }

    /** The newest edition that starts before another. */
    Edition before(Edition later) {
        return editions().stream()
                .filter(edition -> edition.firstYear().compareTo(later.firstYear()) < 0)
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> Refused.notFound("An edition before " + later.edition()));
    }

    public List<Commitment> commitments(String edition) {
        return commitments("where c.edition = :edition", "edition", edition);
    }

    /** The commitments of the editions that cover a year. */
    public List<Commitment> commitmentsFor(ReportingYear year) {
        return commitments("where :year between e.first_year and e.last_year", "year", year.start());
    }

    @SuppressWarnings("unchecked")
    private List<Commitment> commitments(String where, String name, Object value) {
        List<Tuple> rows = database.createNativeQuery("""
                        select c.id, c.pillar, c.commitment, c.reporting, c.indicators
                        from commitment c join charter_edition e on e.edition = c.edition
                        %s order by e.first_year, c.edition, c.position
                        """.formatted(where), Tuple.class)
                .setParameter(name, value)
                .getResultList();
        return rows.stream()
                .map(row -> new Commitment(
                        row.get("id", String.class),
                        row.get("pillar", String.class),
                        row.get("commitment", String.class),
                        row.get("reporting", Boolean.class),
                        List.of(row.get("indicators", String[].class))))
                .toList();
    }

    public void load(Edition edition) {
        database.createNativeQuery("""
                        insert into charter_edition (edition, first_year, last_year) values (:edition, :first, :last)
                        on conflict (edition) do update set
                          first_year = excluded.first_year, last_year = excluded.last_year
                        """)
                .setParameter("edition", edition.edition())
                .setParameter("first", edition.firstYear().start())
                .setParameter("last", edition.lastYear().start())
                .executeUpdate();
    }

    public void load(String edition, int position, Commitment commitment) {
        database.createNativeQuery("""
                        insert into commitment (edition, id, position, pillar, commitment, reporting, indicators)
                        values (:edition, :id, :position, :pillar, :commitment, :reporting, :indicators)
                        on conflict (edition, id) do update set
                          position = excluded.position, pillar = excluded.pillar, commitment = excluded.commitment,
                          reporting = excluded.reporting, indicators = excluded.indicators
                        """)
                .setParameter("edition", edition)
                .setParameter("id", commitment.id())
                .setParameter("position", position)
                .setParameter("pillar", commitment.pillar())
                .setParameter("commitment", commitment.commitment())
                .setParameter("reporting", commitment.reporting())
                .setParameter("indicators", commitment.indicators().toArray(String[]::new))
                .executeUpdate();
    }
}
