package org.anchors.charter.reportingyear;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.Rows;
import org.jspecify.annotations.Nullable;

/** The reporting years that have been set up. */
@ApplicationScoped
public class ReportingYears {

    private static final String KEPT = "select year, opens, due, closes, version from reporting_year ";

    private final Rows rows;

    ReportingYears(Rows rows) {
        this.rows = rows;
    }

    public List<ReportingWindow> all() {
        return rows.all(KEPT + "order by year", Kept::read).stream()
                .map(Kept::window)
                .toList();
    }

    public Optional<ReportingWindow> find(@Nullable String year) {
        return Optional.ofNullable(year)
                .flatMap(ReportingYear::read)
                .flatMap(this::kept)
                .map(Kept::window);
    }

    public ReportingWindow require(@Nullable String year) {
        return find(year).orElseThrow(() -> Refused.notFound("The reporting year " + year));
    }

    public ReportingWindow newest() {
        return all().getLast();
    }

    /** A window and the version of it that was read with it. */
    record Kept(ReportingWindow window, long version) {

        static Kept read(ResultSet row) throws SQLException {
            return new Kept(ReportingWindow.read(row), row.getLong("version"));
        }
    }

    Optional<Kept> kept(ReportingYear year) {
        return rows.first(KEPT + "where year = ?", Kept::read, year.start());
    }

    /**
     * Sets a year's window; refuses when somebody else was quicker.
     *
     * @param before the version that is changed; null for a year that is not there yet
     */
    void set(ReportingWindow window, @Nullable Long before) {
        var written = before == null ? load(window) : change(window, before);
        if (written == 0) {
            throw new Refused(
                    CommonRefusal.VERSION_STALE,
                    "Somebody else set the window of %s at the same time; read it again.".formatted(window.year()));
        }
    }

    /** Adds a year; one that is there already stays as the anchor team has set it. */
    public int load(ReportingWindow window) {
        return rows.change(
                "insert into reporting_year (opens, due, closes, year) values (?, ?, ?, ?) on conflict (year) do nothing",
                window.opens(),
                window.due(),
                window.closes(),
                window.year().start());
    }

    private int change(ReportingWindow window, long before) {
        return rows.change(
                """
                update reporting_year set opens = ?, due = ?, closes = ?, version = version + 1
                where year = ? and version = ?
                """,
                window.opens(),
                window.due(),
                window.closes(),
                window.year().start(),
                before);
    }
}
