package org.anchors.charter.charter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.rows.Rows;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * Who is expected to report: the organisations that have signed, or are proposed for, the edition that covers a year. One whose
 * signature ended is still expected for the years that began before. One that was proposed, and succeeded before it signed, is
 * expected for the years that it saw the end of: a year is reported when it is over, and nobody owes the report of a later one.
 * Nor does anybody owe the report of a year that was over before they were there or had been proposed; where the day of either is
 * not known, it was always so.
 */
@ApplicationScoped
public class Signatories {

    private final EntityManager database;
    private final Rows rows;

    Signatories(EntityManager database, Rows rows) {
        this.database = database;
        this.rows = rows;
    }

    /**
     * Narrows a question to some of the signatories; what is null does not narrow.
     *
     * @param sector such as {@code NHS acute}
     * @param place where they work
     * @param alliance which alliance they are part of
     * @param level system, regional or place
     */
    public record Filter(
            @Nullable String sector,
            @Nullable String place,
            @Nullable String alliance,
            @Nullable String level) {

        public static final Filter NONE = new Filter(null, null, null, null);

        public boolean isNone() {
            return equals(NONE);
        }
    }

    /** The signatures {@code s}, of organisations {@code o}, that make them report for the year {@code :year}. */
    private static final String EXPECTED = """
            select distinct o.key as organisation from %s s
            join %s o on o.key = s.organisation
            join charter_edition e on e.edition = s.edition and :year between e.first_year and e.last_year
            where (s.state = 'SIGNED' or s.ended_on > make_date(:year, 4, 1)
                   or s.state = 'PROPOSED' and coalesce(o.succeeded_on >= make_date(:year + 1, 4, 1), true))
              and coalesce(s.proposed_on < make_date(:year + 1, 4, 1), true)
              and coalesce(o.established < make_date(:year + 1, 4, 1), true)
            """;

    /** Everyone who is expected to report for the year {@code :year}, for queries that count them where they are. */
    public static final String EVERYONE = EXPECTED.formatted("signature", "organisation");

    /** Whether the organisation {@code ?} is among them, for a column of a row of the year {@code :year}. */
    public static final String IS_EXPECTED = "exists (%s and s.organisation = ?)".formatted(EVERYONE);

    private static final String EVERYONE_THEN = EXPECTED.formatted("signature_known", "organisation_known") + """
              and s.known_from <= :at and s.known_to > :at
              and o.known_from <= :at and o.known_to > :at
            """;

    private static final String DESCRIBED_THEN =
            "select o.key from organisation_known o where o.known_from <= :at and o.known_to > :at";

    /**
     * The keys of those expected to report for a year, in order.
     *
     * @param knownOn as it was known at this instant; null for now
     */
    public List<String> expected(ReportingYear year, Filter filter, @Nullable Instant knownOn) {
        return knownOn == null
                ? narrowed(EVERYONE, year, filter).getResultList()
                : narrowed(EVERYONE_THEN, year, filter)
                        .setParameter("at", knownOn)
                        .getResultList();
    }

    /**
     * The keys of the organisations that a filter describes, in order, whether they are expected to report or not: figures are of
     * everyone's reports. Null where it does not narrow, and everyone is meant.
     *
     * @param knownOn as they were described at this instant; null for now
     */
    public @Nullable List<String> described(Filter filter, @Nullable Instant knownOn) {
        if (filter.isNone()) {
            return null;
        }
        return knownOn == null
                ? described("select o.key from organisation o where true", filter)
                        .getResultList()
                : described(DESCRIBED_THEN, filter).setParameter("at", knownOn).getResultList();
    }

    /** When an organisation was described, or described anew, for the last time. */
    public Instant describedLast() {
        return rows.first(
                        "select coalesce(max(known_from), timestamptz 'epoch') as last from organisation_known",
                        row -> Objects.requireNonNull(Rows.instant(row, "last")))
                .orElseThrow();
    }

    /** What of a filter no organisation is or was ever described by: it would give an empty report that looks like an answer. */
    public List<Fault> unknown(Filter filter) {
        return Stream.of(
                        unknown("sector", filter.sector(), "array[sector]"),
                        unknown("place", filter.place(), "places"),
                        unknown("alliance", filter.alliance(), "alliances"))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Fault> unknown(String parameter, @Nullable String given, String column) {
        return given == null || isKnown(given, column)
                ? Optional.empty()
                : Optional.of(new Fault(
                        "?" + parameter,
                        "unknown-value",
                        given,
                        "Known: %s.".formatted(String.join(", ", known(column)))));
    }

    private boolean isKnown(String given, String column) {
        return rows.first(
                        "select exists (select from organisation_known where ? = any (%s))".formatted(column),
                        row -> row.getBoolean(1),
                        given)
                .orElseThrow();
    }

    private List<String> known(String column) {
        return rows.all(
                "select distinct unnest(%s) as known from organisation_known order by known limit 100"
                        .formatted(column),
                row -> row.getString("known"));
    }

    public boolean isExpected(String organisation, ReportingYear year) {
        var sql = "select %s from (values (cast(? as int))) y (year)"
                .formatted(IS_EXPECTED)
                .replace(":year", "y.year");
        return rows.first(sql, row -> row.getBoolean(1), organisation, year.start())
                .orElseThrow();
    }

    private NativeQuery<String> narrowed(String everyone, ReportingYear year, Filter filter) {
        return described(everyone, filter).setParameter("year", year.start());
    }

    private NativeQuery<String> described(String everyone, Filter filter) {
        return database.unwrap(Session.class)
                .createNativeQuery(everyone + """
                          and (cast(:sector as text) is null or o.sector = :sector)
                          and (cast(:place as text) is null or :place = any (o.places))
                          and (cast(:alliance as text) is null or :alliance = any (o.alliances))
                          and (cast(:level as text) is null or o.level = :level)
                        order by o.key
                        """)
                .setParameter("sector", filter.sector())
                .setParameter("place", filter.place())
                .setParameter("alliance", filter.alliance())
                .setParameter("level", filter.level());
    }
}
