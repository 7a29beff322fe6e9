package org.anchors.charter.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.anchors.kit.calendar.ReportingYear;
import org.jspecify.annotations.Nullable;

/** What is stored about the reports of a bulk file, read and written for some of them at a time. */
@ApplicationScoped
class BulkStore {

    private final LastYears lastYears;
    private final Reports reports;
    private final StoredReports stored;
    private final Owners owners;
    private final EntityManager database;

    BulkStore(LastYears lastYears, Reports reports, StoredReports stored, Owners owners, EntityManager database) {
        this.lastYears = lastYears;
        this.reports = reports;
        this.stored = stored;
        this.owners = owners;
        this.database = database;
    }

    /**
     * What is known of some organisations.
     *
     * @param year the year before the one that they report for
     * @param lastYears what they said for it
     * @param there what they have said for this year already
     */
    record Known(ReportingYear year, Map<String, LastYear> lastYears, Map<String, Revision> there) {

        LastYear lastYear(@Nullable String organisation) {
            var said = organisation == null ? null : lastYears.get(organisation);
            return said == null ? LastYear.none(year) : said;
        }
    }

    /** What is known of organisations that report for a year. */
    Known known(Collection<String> organisations, ReportingYear year) {
        var lastYear = year.previous();
        return new Known(lastYear, lastYears.of(organisations, lastYear), reports.newest(organisations, year));
    }

    /** Reports by what they have named. */
    Map<Owned, String> owners(Collection<Owned> named) {
        return owners.of(named);
    }

    /** Stores reports and announces them. */
    void add(List<FirstReport> sound) {
        stored.add(sound);
    }

    /** What was read is not needed again. */
    void forget() {
        database.clear();
    }
}
