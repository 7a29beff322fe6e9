package org.anchors.charter.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.anchors.contracts.problem.Fault;
import org.jspecify.annotations.Nullable;

/** What the check of a report found: faults that must be mended, and queries that must be mended or explained. */
final class Findings {

    private final List<Fault> faults = new ArrayList<>();
    private final List<Query> queries = new ArrayList<>();

    /**
     * Something that may be right but looks odd.
     *
     * @param at place in the submission, a JSON pointer
     * @param indicator the indicator concerned
     * @param rule the rule by its stable name
     * @param given what was sent
     * @param mend what to do about it
     * @param explained whether the value came with an explanation
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Query(
            String at,
            @Nullable String indicator,
            String rule,
            @Nullable String given,
            String mend,
            boolean explained) {}

    void fault(String at, @Nullable String indicator, String rule, @Nullable String given, String mend) {
        faults.add(new Fault(at, indicator, rule, given, mend));
    }

    void query(Query query) {
        queries.add(query);
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    List<Query> queries() {
        return List.copyOf(queries);
    }
}
