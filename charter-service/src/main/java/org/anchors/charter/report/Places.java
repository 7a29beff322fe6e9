package org.anchors.charter.report;

import java.util.List;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** Where the parts of a report stand in what was sent: from a JSON pointer to a place that its sender finds. */
@FunctionalInterface
interface Places {

    /** A report that came as a body is found by the pointers themselves. */
    Places OF_BODY = (at, indicator) -> at;

    /** The places of a report that stands in one line of a file, as JSON. */
    static Places ofLine(String line) {
        return (at, indicator) -> isPointer(at) ? line + ", " + at : at;
    }

    /** What is no JSON pointer is a place in the file already. */
    static boolean isPointer(String at) {
        return at.startsWith("/");
    }

    /**
     * Where a part stands.
     *
     * @param at JSON pointer to it
     * @param indicator the indicator concerned
     */
    String of(String at, @Nullable String indicator);

    default Refused translated(Refused refused) {
        return new Refused(
                refused.refusal(),
                refused.detail(),
                refused.faults().stream().map(this::translated).toList());
    }

    default Fault translated(Fault fault) {
        return new Fault(
                of(fault.at(), fault.indicator()), fault.indicator(), fault.rule(), fault.given(), fault.mend());
    }

    default List<Findings.Query> translated(List<Findings.Query> queries) {
        return queries.stream()
                .map(query -> query.placed(of(query.at(), query.indicator())))
                .toList();
    }
}
