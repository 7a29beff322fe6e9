package org.anchors.charter.indicator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.Rows;
import org.jspecify.annotations.Nullable;

/** The editions of the indicator catalogue. */
@ApplicationScoped
public class Catalogues {

    private static final String IN_USE_AT = """
            (select c.edition from indicator_catalogue c where c.first_year <= :year and c.known_from <= %s
             order by c.first_year desc, c.edition desc limit 1)
            """;

    /** The edition in use for the year {@code :year}, for a column of a row of that year. */
    public static final String IN_USE = IN_USE_AT.formatted("now()");

    private static final String IN_USE_THEN = "select edition from %s as found"
            .formatted(IN_USE_AT
                    .formatted("coalesce(cast(? as timestamptz), now())")
                    .replace(":year", "?"));

    private final Rows rows;
    private final ObjectMapper json;
    /** An edition never changes, so one that was read once need not be read again. */
    private final Map<String, Catalogue> read = new ConcurrentHashMap<>();

    Catalogues(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /** The edition in use for a reporting year: the newest that does not start after it. */
    @Transactional
    public Catalogue of(ReportingYear year) {
        return of(year, null);
    }

    /**
     * The edition that was in use for a reporting year at an instant.
     *
     * @param knownOn null for now
     */
    @Transactional
    public Catalogue of(ReportingYear year, @Nullable Instant knownOn) {
        return inUse(year, knownOn)
                .orElseThrow(() -> Refused.notFound("A catalogue of indicators for the year " + year));
    }

    /** The same; empty for a year before the first edition. */
    @Transactional
    public Optional<Catalogue> inUse(ReportingYear year, @Nullable Instant knownOn) {
        return rows.first(IN_USE_THEN, row -> row.getString("edition"), year.start(), knownOn)
                .map(this::byEdition);
    }

    /** The edition of that name; empty for one that was never loaded here. */
    @Transactional
    public Optional<Catalogue> find(String edition) {
        return read.containsKey(edition) || editions().contains(edition)
                ? Optional.of(byEdition(edition))
                : Optional.empty();
    }

    @Transactional
    public Catalogue byEdition(String edition) {
        var known = read.get(edition);
        if (known != null) {
            return known;
        }
        var catalogue = rows.first(
                        "select definition from indicator_catalogue where edition = ?",
                        row -> parse(row.getString("definition")),
                        edition)
                .orElseThrow();
        read.put(edition, catalogue);
        return catalogue;
    }

    /**
     * Adds an edition. One that nobody has reported under yet may still be corrected; after that only what it says of adding values
     * up may be, so that what was reported stays what it was. An edition begins with a year that nobody has reported for, so that
     * the reports of a year are all of one edition.
     */
    public void load(String definition) {
        var catalogue = parse(definition);
        var faults = CatalogueCheck.faults(catalogue);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "The indicator catalogue %s is not sound: %s".formatted(catalogue.edition(), faults));
        }
        refuseReportedYears(catalogue);
        var loaded = rows.change(
                """
                insert into indicator_catalogue as c (edition, first_year, definition) values (?, ?, ?)
                on conflict (edition) do update
                set first_year = excluded.first_year, definition = excluded.definition
                where ? or not exists (select from report_revision r where r.catalogue = c.edition)
                """,
                catalogue.edition(),
                ReportingYear.parse(catalogue.firstYear()).start(),
                definition,
                differsInAddingOnly(catalogue.edition(), definition));
        if (loaded == 0) {
            throw new IllegalStateException(
                    "The indicator catalogue %s has been reported under and cannot change: give the new one a name of its own"
                            .formatted(catalogue.edition()));
        }
        read.remove(catalogue.edition());
    }

    private void refuseReportedYears(Catalogue catalogue) {
        var first = ReportingYear.parse(catalogue.firstYear());
        rows.first(
                        """
                        select report.year, said.catalogue from annual_report report
                        join report_revision said using (reference)
                        where report.year >= ? and said.catalogue <> ?
                          and not exists (select from indicator_catalogue later where later.edition <> ?
                                          and later.first_year > ? and later.first_year <= report.year)
                        order by report.year desc limit 1
                        """,
                        row ->
                                "The indicator catalogue %s cannot begin with %s: %s has been reported for under %s. Let it begin later"
                                        .formatted(
                                                catalogue.edition(),
                                                first,
                                                new ReportingYear(row.getInt("year")),
                                                row.getString("catalogue")),
                        first.start(),
                        catalogue.edition(),
                        catalogue.edition(),
                        first.start())
                .ifPresent(refusal -> {
                    throw new IllegalStateException(refusal);
                });
    }

    /** No value is asked for or checked in another way then. */
    private boolean differsInAddingOnly(String edition, String definition) {
        return rows.first(
                        "select definition from indicator_catalogue where edition = ?",
                        row -> row.getString("definition"),
                        edition)
                .filter(stored -> withoutAdding(stored).equals(withoutAdding(definition)))
                .isPresent();
    }

    private JsonNode withoutAdding(String definition) {
        try {
            var tree = json.readTree(definition);
            tree.findParents("adding").forEach(attribute -> ((ObjectNode) attribute).remove("adding"));
            return tree;
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("The indicator catalogue cannot be read", unreadable);
        }
    }

    public List<String> editions() {
        return rows.all("select edition from indicator_catalogue order by first_year", row -> row.getString("edition"));
    }

    private Catalogue parse(String definition) {
        try {
            return json.readValue(definition, Catalogue.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("The indicator catalogue cannot be read", unreadable);
        }
    }
}
