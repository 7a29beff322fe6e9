package org.anchors.charter.reportingyear;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** The reporting years that have been set up. */
@ApplicationScoped
public class ReportingYears {

    private final EntityManager database;

    ReportingYears(EntityManager database) {
        this.database = database;
    }

    @SuppressWarnings("unchecked")
    public List<ReportingWindow> all() {
        List<Tuple> rows = database.createNativeQuery(
                        "select year, opens, due, closes from reporting_year order by year", Tuple.class)
                .getResultList();
        return rows.stream()
                .map(row -> new ReportingWindow(
                        new ReportingYear(row.get("year", Integer.class)),
                        day(row, "opens"),
                        day(row, "due"),
                        row.get("closes") == null ? null : day(row, "closes")))
                .toList();
    }

    public Optional<ReportingWindow> find(@Nullable String year) {
        return all().stream()
                .filter(window -> window.year().toString().equals(year))
                .findFirst();
    }

    public ReportingWindow require(@Nullable String year) {
        return find(year).orElseThrow(() -> Refused.notFound("The reporting year " + year));
    }

    public ReportingWindow newest() {
        return all().getLast();
    }

    public void load(ReportingWindow window) {
        database.createNativeQuery("""
                        insert into reporting_year (year, opens, due, closes)
                        values (:year, :opens, :due, cast(:closes as date)) on conflict (year) do nothing
                        """)
                .setParameter("year", window.year().start())
                .setParameter("opens", window.opens())
                .setParameter("due", window.due())
                .setParameter("closes", window.closes())
                .executeUpdate();
    }

    private static LocalDate day(Tuple row, String column) {
        var value = row.get(column);
        return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
