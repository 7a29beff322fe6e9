package org.anchors.charter.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The columns in which a report is filled in, by their names in the first row of the template. */
final class ReportColumns {

    static final String KIND = "kind";
    static final String CODE = "code";
    static final String GROUP = "group";
    static final String STATE = "state";
    static final String VALUE = "value";
    static final String NUMERATOR = "numerator";
    static final String DENOMINATOR = "denominator";
    static final String EXPLANATION = "explanation";
    /** Numbers of the organisations that a value counts, separated by spaces. */
    static final String IDENTIFIERS = "identifiers";

    /** What a value carries beside its figure, as {@link AttributeCell} writes it. */
    static final String ATTRIBUTES = "attributes";

    /** Why this value is corrected, where that is not the reason for the whole; in a restatement only. */
    static final String RESTATEMENT_REASON = "restatement reason";

    static final String TITLE = "title";
    static final String TEXT = "text";

    /** What helps whoever fills it in; it is not read when the file comes back. */
    static final String NAME = "name";

    static final String UNIT = "unit";
    static final String NUMERATOR_COUNTS = "numerator counts";
    static final String DENOMINATOR_COUNTS = "denominator counts";
    static final String LOWEST = "lowest";
    static final String HIGHEST = "highest";
    static final String ANSWERS = "answers";
    static final String ATTRIBUTES_KNOWN = "attributes known";
    static final String QUERIED_WHEN = "queried when";
    static final String LAST_STATE = "last year: state";
    static final String LAST_VALUE = "last year: value";
    static final String LAST_NUMERATOR = "last year: numerator";
    static final String LAST_DENOMINATOR = "last year: denominator";
    static final String LAST_EXPLANATION = "last year: explanation";
    static final String LAST_IDENTIFIERS = "last year: identifiers";
    static final String LAST_ATTRIBUTES = "last year: attributes";

    /** The columns in which one value is said. */
    record Saying(
            String state,
            String value,
            String numerator,
            String denominator,
            String explanation,
            String identifiers,
            String attributes) {}

    static final Saying NOW = new Saying(STATE, VALUE, NUMERATOR, DENOMINATOR, EXPLANATION, IDENTIFIERS, ATTRIBUTES);
    static final Saying LAST_YEAR = new Saying(
            LAST_STATE,
            LAST_VALUE,
            LAST_NUMERATOR,
            LAST_DENOMINATOR,
            LAST_EXPLANATION,
            LAST_IDENTIFIERS,
            LAST_ATTRIBUTES);

    /** Rows of this kind say something about the whole report; their code is the field's path. */
    static final String KIND_REPORT = "report";

    static final String KIND_VALUE = "value";
    static final String KIND_NARRATIVE = "narrative";
    static final String KIND_CASE_STUDY = "case study";

    static final List<String> FILLED_IN =
            List.of(STATE, VALUE, NUMERATOR, DENOMINATOR, EXPLANATION, IDENTIFIERS, ATTRIBUTES, RESTATEMENT_REASON);

    /** Those in which what was said may be long. */
    static final List<String> READ_BACK = List.of(VALUE, EXPLANATION, IDENTIFIERS, ATTRIBUTES, TITLE, TEXT);

    static final List<String> OF_VALUES = List.of(
            CODE,
            GROUP,
            NAME,
            UNIT,
            NUMERATOR_COUNTS,
            DENOMINATOR_COUNTS,
            LOWEST,
            HIGHEST,
            ANSWERS,
            ATTRIBUTES_KNOWN,
            QUERIED_WHEN,
            LAST_STATE,
            LAST_VALUE,
            LAST_NUMERATOR,
            LAST_DENOMINATOR,
            LAST_EXPLANATION,
            LAST_IDENTIFIERS,
            LAST_ATTRIBUTES,
            STATE,
            VALUE,
            NUMERATOR,
            DENOMINATOR,
            EXPLANATION,
            IDENTIFIERS,
            ATTRIBUTES,
            RESTATEMENT_REASON);

    static final List<String> OF_REPORT = List.of(KIND, CODE, NAME, VALUE, TITLE, TEXT);

    /** In CSV all rows stand in one table. */
    static final List<String> OF_ALL = all();

    static final Set<String> NEEDED = Set.of(CODE, VALUE);

    /** The column behind a field of a submission's parts. */
    static String columnOf(String field) {
        return switch (field) {
            case "indicator", "pillar" -> CODE;
            case "restatementReason" -> RESTATEMENT_REASON;
            default -> field;
        };
    }

    private ReportColumns() {}

    private static List<String> all() {
        var all = new ArrayList<String>();
        all.add(KIND);
        all.addAll(OF_VALUES);
        all.add(TITLE);
        all.add(TEXT);
        return List.copyOf(all);
    }
}
