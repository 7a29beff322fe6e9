package org.anchors.charter.indicator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
        return rows.first(IN_USE_THEN, row -> row.getString("edition"), year.start(), knownOn)
                .map(this::byEdition)
                .orElseThrow(() -> Refused.notFound("A catalogue of indicators for the year " + year));
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
     * Adds an edition. One that nobody has reported under yet may still be corrected; after that it never changes, so that what
     * was reported stays what it was.
     */
    public void load(String definition) {
        var catalogue = parse(definition);
        var faults = CatalogueCheck.faults(catalogue);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "The indicator catalogue %s is not sound: %s".formatted(catalogue.edition(), faults));
        }
        var loaded = rows.change(
                """
                insert into indicator_catalogue as c (edition, first_year, definition) values (?, ?, ?)
                on conflict (edition) do update
                set first_year = excluded.first_year, definition = excluded.definition
                where not exists (select from report_revision r where r.catalogue = c.edition)
                """,
                catalogue.edition(),
                ReportingYear.parse(catalogue.firstYear()).start(),
                definition);
        if (loaded == 0) {
            throw new IllegalStateException(
                    "The indicator catalogue %s has been reported under and cannot change: give the new one a name of its own"
                            .formatted(catalogue.edition()));
        }
        read.remove(catalogue.edition());
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
