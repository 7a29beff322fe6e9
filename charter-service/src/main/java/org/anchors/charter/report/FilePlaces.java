package org.anchors.charter.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anchors.kit.table.Row;
import org.jspecify.annotations.Nullable;

/** The places of a report that came in rows: row and column of each part. */
final class FilePlaces implements Places {

    static final String RESTATEMENT_REASON = "restatementReason";

    /** What rows of the kind report may say. */
    static final List<String> FIELDS = List.of(
            "organisation",
            "year",
            "framework",
            "boardApproval.role",
            "boardApproval.on",
            "boardApproval.minute",
            RESTATEMENT_REASON);

    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, Row> fields = new HashMap<>();
    private final Map<String, Row> mentions = new HashMap<>();
    private @Nullable Row first;

    /** The places of a report that is one of many in a file and begins with a row. */
    static FilePlaces from(Row first) {
        var places = new FilePlaces();
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

    @Override
    public String of(String at, @Nullable String indicator) {
        if (!Places.isPointer(at)) {
            return at;
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
