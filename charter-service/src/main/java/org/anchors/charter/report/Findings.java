package org.anchors.charter.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.calendar.ReportingYear;
import org.jspecify.annotations.Nullable;

/** What the check of a report found: faults that must be mended, and queries that must be mended or explained. */
final class Findings {

    private final List<Fault> faults = new ArrayList<>();
    private final List<Query> queries = new ArrayList<>();

    /**
     * Something that may be right but looks odd. It is open until the value is mended, explained, or the query waived.
     *
     * @param number counts the queries of a revision from 1
     * @param at place in the submission, a JSON pointer
     * @param indicator the indicator concerned
     * @param group the target group concerned
     * @param rule the rule by its stable name
     * @param given what was sent
     * @param mend what to do about it
     * @param explained whether there is an explanation that counts
     * @param explanation the explanation that counts
     * @param carriedFrom the year whose report gave that explanation, where it is not this one
     * @param lastExplanation what the report of the year before said to the same value
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Query(
            int number,
            String at,
            @Nullable String indicator,
            @Nullable String group,
            String rule,
            @Nullable String given,
            String mend,
            boolean explained,
            @Nullable String explanation,
            @Nullable ReportingYear carriedFrom,
            @Nullable String lastExplanation) {

        /** The same, told by another place. */
        Query placed(String place) {
            return new Query(
                    number,
                    place,
                    indicator,
                    group,
                    rule,
                    given,
                    mend,
                    explained,
                    explanation,
                    carriedFrom,
                    lastExplanation);
        }

        boolean isOpen() {
            return !explained;
        }
    }

    void fault(String at, @Nullable String indicator, String rule, @Nullable String given, String mend) {
        faults.add(new Fault(at, indicator, rule, given, mend));
    }

    /** A query about what is not there, which nothing in the report can explain. */
    void query(String at, @Nullable String indicator, String rule, @Nullable String given, String mend) {
        queries.add(new Query(queries.size() + 1, at, indicator, null, rule, given, mend, false, null, null, null));
    }

    /** A query about a value, explained by what was sent with it, or still by what was said a year ago. */
    void query(Figure figure, String place, String rule, @Nullable String given, String mend, LastYear lastYear) {
        var sent = figure.sent();
        var before = lastYear.find(sent.indicator(), sent.group());
        var carried = figure.isExplained()
                ? null
                : before.flatMap(said -> said.stillExplains(rule, figure.state()))
                        .orElse(null);
        var explanation = figure.isExplained() ? sent.explanation() : carried;
        queries.add(new Query(
                queries.size() + 1,
                figure.at() + place,
                sent.indicator(),
                sent.group(),
                rule,
                given,
                mend,
                explanation != null,
                explanation,
                carried == null ? null : lastYear.year(),
                before.map(LastYear.Said::explanation).orElse(null)));
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    List<Query> queries() {
        return List.copyOf(queries);
    }
}
