package org.anchors.charter.charter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.Rows;

/** The editions of the charter and their commitments. */
@ApplicationScoped
public class Charter {

    /** The indicators that the charter promises to report for the year {@code :year}, for a column of a row of that year. */
    public static final String PROMISED = """
            array(select promised.indicator
                  from commitment c join charter_edition e on e.edition = c.edition,
                       unnest(c.indicators) with ordinality as promised (indicator, nth)
                  where c.reporting and :year between e.first_year and e.last_year
                  order by e.first_year, c.edition, c.position, promised.nth)
            """;

    private static final String PROMISED_FOR = "select " + PROMISED.replace(":year", "?") + " as promised";

    private final EntityManager database;
    private final Rows rows;

    Charter(EntityManager database, Rows rows) {
        this.database = database;
        this.rows = rows;
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
        return commitments("where c.edition = ?", edition);
    }

    /** The commitments of the editions that cover a year. */
    public List<Commitment> commitmentsFor(ReportingYear year) {
        return commitments("where ? between e.first_year and e.last_year", year.start());
    }

    /** The indicators that they promise to report, in their order. */
    public List<String> promisedFor(ReportingYear year) {
        return rows.first(PROMISED_FOR, Charter::promised, year.start()).orElseThrow();
    }

    /** What stands in the column {@code promised} of a row. */
    public static List<String> promised(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("promised").getArray());
    }

    private List<Commitment> commitments(String where, Object value) {
        return rows.all("""
                select c.id, c.pillar, c.commitment, c.reporting, c.indicators
                from commitment c join charter_edition e on e.edition = c.edition
                %s order by e.first_year, c.edition, c.position
                """.formatted(where), Charter::commitment, value);
    }

    private static Commitment commitment(ResultSet row) throws SQLException {
        return new Commitment(
                row.getString("id"),
                row.getString("pillar"),
                row.getString("commitment"),
                row.getBoolean("reporting"),
                List.of((String[]) row.getArray("indicators").getArray()));
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
