package org.anchors.charter.reportingyear;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** The reporting years that have been set up. */
@ApplicationScoped
public class ReportingYears {

    private final EntityManager database;

    ReportingYears(EntityManager database) {
        this.database = database;
    }

    public List<ReportingWindow> all() {
        return rows("").stream().map(ReportingYears::window).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String which) {
        return database.createNativeQuery(
                        "select year, opens, due, closes, version from reporting_year %s order by year"
                                .formatted(which),
                        Tuple.class)
                .getResultList();
    }

    private static ReportingWindow window(Tuple row) {
        return new ReportingWindow(
                new ReportingYear(row.get("year", Integer.class)),
                Objects.requireNonNull(EssexDays.read(row, "opens")),
                Objects.requireNonNull(EssexDays.read(row, "due")),
                EssexDays.read(row, "closes"));
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
    record Kept(ReportingWindow window, long version) {}

    Optional<Kept> kept(ReportingYear year) {
        return rows("where year = " + year.start()).stream()
                .map(row -> new Kept(window(row), row.get("version", Long.class)))
                .findFirst();
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
        return write("""
                insert into reporting_year (year, opens, due, closes)
                values (:year, :opens, :due, cast(:closes as date)) on conflict (year) do nothing
                """, window).executeUpdate();
    }

    private int change(ReportingWindow window, long before) {
        return write("""
                update reporting_year set
                  opens = :opens, due = :due, closes = cast(:closes as date), version = version + 1
                where year = :year and version = :before
                """, window).setParameter("before", before).executeUpdate();
    }

    private Query write(String sql, ReportingWindow window) {
        return database.createNativeQuery(sql)
                .setParameter("year", window.year().start())
                .setParameter("opens", window.opens())
                .setParameter("due", window.due())
                .setParameter("closes", window.closes());
    }
}
