package org.anchors.charter.report;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import org.anchors.kit.rows.Rows;

/** Which reports have named what one organisation alone names. */
@ApplicationScoped
class Owners {

    private static final String NAMED = """
            select year, indicator, identifier, reference from reported_identifier
            where (year, indicator, identifier) in (
              select * from unnest(cast(? as int[]), cast(? as text[]), cast(? as text[])))
            """;

    private final Rows rows;

    Owners(Rows rows) {
        this.rows = rows;
    }

    /** References by what they have named; nothing is asked about nothing. */
    Map<Owned, String> of(Collection<Owned> named) {
        return named.isEmpty()
                ? Map.of()
                : rows
                        .all(
                                NAMED,
                                row -> Map.entry(
                                        new Owned(
                                                row.getInt("year"),
                                                row.getString("indicator"),
                                                row.getString("identifier")),
                                        row.getString("reference")),
                                named.stream().map(Owned::year).toArray(Integer[]::new),
                                named.stream().map(Owned::indicator).toArray(String[]::new),
                                named.stream().map(Owned::identifier).toArray(String[]::new))
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
