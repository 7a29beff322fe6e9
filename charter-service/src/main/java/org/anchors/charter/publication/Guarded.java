package org.anchors.charter.publication;

import java.util.List;
import java.util.stream.Stream;
import org.anchors.charter.disclosure.DifferencingGuard;
import org.anchors.charter.disclosure.Finding;
import org.anchors.charter.disclosure.Finding.Undecided;
import org.anchors.charter.disclosure.WayIn;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.refusal.Refused;

/** Refuses what the differencing guard cannot show to be safe: every figure at once, each with the way in. */
final class Guarded {

    /** More than this many faults help nobody; the narrowest come first. */
    private static final int MOST_LISTED = 200;

    private Guarded() {}

    static void refuseUnlessSafe(Finding finding, int number) {
        if (!finding.isSafe()) {
            throw new Refused(
                    PublicationRefusal.DISCLOSURE_POSSIBLE,
                    "Nothing was published. With what was published before, publication %d would let %d suppressed counts be bounded to fewer than %d possible values; %d groups of figures cannot be shown to be safe."
                            .formatted(
                                    number,
                                    finding.waysIn().size(),
                                    DifferencingGuard.FEWEST_POSSIBLE,
                                    finding.undecided().size()),
                    faults(finding));
        }
    }

    private static List<Fault> faults(Finding finding) {
        return Stream.concat(
                        finding.waysIn().stream().map(Guarded::fault),
                        finding.undecided().stream().map(Guarded::fault))
                .limit(MOST_LISTED)
                .toList();
    }

    private static Fault fault(WayIn way) {
        return new Fault(
                "/withheld",
                "differencing",
                "%s: %s".formatted(way.left(), way.cell()),
                "Withhold a figure that it follows from, or its change, or publish with other filters: %s."
                        .formatted(way));
    }

    private static Fault fault(Undecided undecided) {
        return new Fault(
                "/withheld",
                "cannot-be-shown-to-be-safe",
                String.join("; ", undecided.cells()),
                "Withhold these figures, or publish with filters that were published before: %s."
                        .formatted(undecided.reason().why()));
    }
}
