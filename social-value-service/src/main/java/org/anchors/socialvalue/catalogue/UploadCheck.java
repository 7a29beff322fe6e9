package org.anchors.socialvalue.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.anchors.contracts.problem.Fault;
import org.jspecify.annotations.Nullable;

/** The rules between the measures of a catalogue; finds every fault, in a body that may be incomplete. */
final class UploadCheck {

    private final List<Upload.Row> rows;
    private final Set<String> codes;
    private final List<Fault> faults = new ArrayList<>();

    private final String place;

    private UploadCheck(List<Upload.Row> rows, String place) {
        this.rows = rows;
        this.place = place;
        this.codes = rows.stream()
                .filter(Objects::nonNull)
                .map(Upload.Row::code)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    static List<Fault> faultsOf(Upload upload) {
        return faultsOf(upload.measuresOrNone(), "/measures");
    }

    /** Faults of measures that stand at a place of the body. */
    static List<Fault> faultsOf(List<Upload.Row> rows, String place) {
        var check = new UploadCheck(rows, place);
        check.eachRow();
        check.codesAreOfOneRowEach();
        check.currencyIsOne();
        return List.copyOf(check.faults);
    }

    private void eachRow() {
        for (var i = 0; i < rows.size(); i++) {
            if (rows.get(i) != null) {
                faults.addAll(RowCheck.faultsOf(rows.get(i), at(i)));
                stacking(rows.get(i), at(i));
            }
        }
    }

    private void codesAreOfOneRowEach() {
        var seen = new HashSet<String>();
        for (var i = 0; i < rows.size(); i++) {
            var code = rows.get(i) == null ? null : rows.get(i).code();
            if (code != null && !seen.add(code)) {
                add(at(i) + "/code", "repeated", code, "Use each code for one measure only.");
            }
        }
    }

    /** What is committed is added up over measures, which takes one currency. */
    private void currencyIsOne() {
        @Nullable String first = null;
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row != null && row.kindOrMonetised() == Kind.MONETISED) {
                var currency = row.currencyOrPounds();
                first = first == null ? currency : first;
                if (!currency.equals(first)) {
                    add(at(i) + "/currency", "another-currency", currency, "Value all measures in one currency.");
                }
            }
        }
    }

    private void stacking(Upload.Row row, String at) {
        var seen = new HashSet<String>();
        for (var i = 0; i < row.stacksWithOrNone().size(); i++) {
            var code = row.stacksWithOrNone().get(i);
            var named = at + "/stacksWith/" + i;
            if (code == null) {
                continue;
            }
            if (!seen.add(code)) {
                add(named, "repeated", code, "Name each only once.");
            } else if (code.equals(row.code())) {
                add(named, "stacks-with-itself", code, "Name only other measures.");
            } else if (!codes.contains(code)) {
                add(named, "unknown-measure", code, "Name a measure of this catalogue by its code.");
            }
        }
    }

    private String at(int row) {
        return place + "/" + row;
    }

    private void add(String at, String rule, @Nullable String given, String mend) {
        faults.add(new Fault(at, rule, given, mend));
    }
}
