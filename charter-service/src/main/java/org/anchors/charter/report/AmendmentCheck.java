package org.anchors.charter.report;

import java.util.List;
import java.util.Objects;

/** Checks what a later revision adds to the rules of a first one. */
final class AmendmentCheck {

    private AmendmentCheck() {}

    /** An amendment is of the report that its address names. */
    static void belongsTo(String organisation, String year, Submission sent, Findings findings) {
        if (sent.organisation() != null && !sent.organisation().equals(organisation)) {
            findings.fault(
                    "/organisation", null, "differs-from-path", sent.organisation(), "Send " + organisation + ".");
        }
        if (sent.year() != null && !sent.year().equals(year)) {
            findings.fault("/year", null, "differs-from-path", sent.year(), "Send " + year + ".");
        }
    }

    /**
     * A restatement says why, and a reason given to one value belongs to one that changes, or changed the last time.
     *
     * @return what it changes
     */
    static List<Change> restates(List<ReportView.Value> before, Submission sent, Findings findings) {
        var reason = sent.restatementReason();
        if (reason == null || reason.isBlank()) {
            findings.fault(
                    "/restatementReason", null, "reason-missing", null, "Say why what was accepted is corrected.");
        }
        var changes = Change.between(before, values(sent), reason);
        Figure.of(sent).stream()
                .filter(figure -> figure.sent().restatementReason() != null)
                .filter(figure -> changes.stream().noneMatch(change -> figure.isOf(change.indicator(), change.group())))
                .filter(figure -> before.stream().noneMatch(value -> isRepeated(figure, value)))
                .forEach(figure -> findings.fault(
                        figure.at() + "/restatementReason",
                        figure.sent().indicator(),
                        "value-not-changed",
                        figure.sent().restatementReason(),
                        "Leave it out: the value is the one that was accepted."));
        return changes;
    }

    /** The reason of an earlier correction, in a report that was read and sent back. */
    private static boolean isRepeated(Figure figure, ReportView.Value before) {
        return figure.isOf(before.indicator(), before.group())
                && Objects.equals(figure.sent().restatementReason(), before.restatementReason());
    }

    /** A reason belongs to the correction of what was accepted. */
    static void notARestatement(Submission sent, Findings findings) {
        var mend = "Leave it out: it belongs to a restatement.";
        if (sent.restatementReason() != null) {
            findings.fault("/restatementReason", null, "not-a-restatement", sent.restatementReason(), mend);
        }
        for (var figure : Figure.of(sent)) {
            var reason = figure.sent().restatementReason();
            if (reason != null) {
                findings.fault(
                        figure.at() + "/restatementReason",
                        figure.sent().indicator(),
                        "not-a-restatement",
                        reason,
                        mend);
            }
        }
    }

    /** The values as they will be stored, as far as they could be read. */
    static List<ReportView.Value> values(Submission sent) {
        return Figure.of(sent).stream()
                .filter(figure -> figure.sent().indicator() != null)
                .map(figure -> ReportView.Value.of(Revision.StoredValue.of(figure.sent())))
                .toList();
    }
}
