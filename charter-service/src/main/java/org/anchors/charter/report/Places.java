package org.anchors.charter.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.table.Row;
import org.jspecify.annotations.Nullable;

/** Where the parts of a report stand in the file that it came in: from a JSON pointer to row and column. */
final class Places {

    /** What rows of the kind report may say. */
    static final List<String> FIELDS = List.of(
            "organisation", "year", "framework", "boardApproval.role", "boardApproval.on", "boardApproval.minute");

    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, Row> fields = new HashMap<>();
    private final Map<String, Row> mentions = new HashMap<>();
    private @Nullable String line;
    private @Nullable Row first;

    /** The places of a report that stands in one line, as JSON. */
    static Places ofLine(String line) {
        var places = new Places();
        places.line = line;
        return places;
    }

    /** The places of a report that is one of many in a file and begins with a row. */
    static Places from(Row first) {
        var places = new Places();
        places.first = first;
        return places;
    }

    /** Notes the row of a value, narrative or case study. */
    String row(String at, Row row) {
        rows.put(at, row);
        return at;
    }

    /** Notes a row that says nothing that could be sent. */
    String rowWithoutJson(Row row) {
        return row("/rows/" + row.number(), row);
    }

    void field(String at, Row row) {
        fields.put(at, row);
    }

    boolean isKnown(String at) {
        return fields.containsKey(at);
    }

    /** Notes the first row of an indicator, whether it is filled in or not. */
    void mention(String code, Row row) {
        mentions.putIfAbsent(code, row);
    }

    Refused translated(Refused refused) {
        return new Refused(
                refused.refusal(),
                refused.detail(),
                refused.faults().stream().map(this::translated).toList());
    }

    Fault translated(Fault fault) {
        return new Fault(
                of(fault.at(), fault.indicator()), fault.indicator(), fault.rule(), fault.given(), fault.mend());
    }

    Findings.Query translated(Findings.Query query) {
        return new Findings.Query(
                query.number(),
                of(query.at(), query.indicator()),
                query.indicator(),
                query.group(),
                query.rule(),
                query.given(),
                query.mend(),
                query.explained(),
                query.explanation(),
                query.carriedFrom(),
                query.lastExplanation());
    }

    /** Places that are no JSON pointers are places in the file already. */
    String of(String at, @Nullable String indicator) {
        if (!at.startsWith("/")) {
            return at;
        }
        if (line != null) {
            return line + ", " + at;
        }
        var field = fields.get(at);
        if (field != null) {
            return field.place(ReportColumns.VALUE);
        }
        for (var end = at.length(); end > 0; end = at.lastIndexOf('/', end - 1)) {
            var row = rows.get(at.substring(0, end));
            if (row != null) {
                return end == at.length()
                        ? row.place()
                        : row.place(ReportColumns.columnOf(at.substring(end + 1).split("/", 2)[0]));
            }
        }
        var mentioned = indicator == null ? null : mentions.get(indicator);
        return mentioned == null ? ofMissing(at) : mentioned.place();
    }

    private String ofMissing(String at) {
        return fields.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(at + "/"))
                .sorted(Map.Entry.comparingByKey())
                .findFirst()
                .map(entry -> entry.getValue().place(ReportColumns.VALUE))
                .orElseGet(() -> ofNone(at));
    }

    private String ofNone(String at) {
        var none = "no row " + at.substring(1).replace('/', '.');
        if (first == null) {
            return none;
        }
        return at.equals("/" + BulkRows.ORGANISATION)
                ? first.place(BulkRows.ORGANISATION)
                : "from %s on, %s".formatted(first.place(), none);
    }
}
