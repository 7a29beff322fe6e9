package org.anchors.charter.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.bulk.LoadMode;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;

/** One bulk file while it is read: some of its reports at a time are checked, and what is sound is stored. */
final class BulkLoad {

    private static final int MOST_CHARACTERS_AT_ONCE = 4_000_000;

    private final ReportSubmission submission;
    private final BulkStore store;
    private final YearCheck check;
    private final LoadMode mode;
    private final boolean dryRun;

    private final BulkOutcome.Tally tally = new BulkOutcome.Tally();
    private final Set<String> seen = new HashSet<>();
    private final Map<Owned, String> owners = new HashMap<>();
    private final List<BulkReport> waiting = new ArrayList<>();
    private final List<Audit.Note> notes = new ArrayList<>();
    private int charactersWaiting;

    BulkLoad(ReportSubmission submission, BulkStore store, YearCheck check, LoadMode mode, boolean dryRun) {
        this.submission = submission;
        this.store = store;
        this.check = check;
        this.mode = mode;
        this.dryRun = dryRun;
        check.window()
                .refusalOn(check.today())
                .ifPresent(mend -> fault(new Fault(
                        "path, year", ReportCheck.WINDOW_CLOSED, check.year().toString(), mend)));
    }

    /** Takes a report; it is dealt with together with others. */
    void report(BulkReport report) {
        waiting.add(report);
        charactersWaiting += report.size();
        if (waiting.size() == Revision.READ_AT_ONCE || charactersWaiting > MOST_CHARACTERS_AT_ONCE) {
            dealWithWaiting();
        }
    }

    /** Takes note of a report that cannot be read. */
    void refuse(List<Fault> faults) {
        tally.refuse(faults);
    }

    /** Takes note of what is wrong and belongs to no report. */
    void fault(Fault fault) {
        tally.note(fault);
    }

    /** The end of the file; refuses all of it where one fault is too many. */
    BulkOutcome.Tally end() {
        dealWithWaiting();
        if (isRefused()) {
            throw new Refused(CommonRefusal.INVALID_REQUEST, tally.summary() + "; nothing was stored.", tally.listed());
        }
        return tally;
    }

    /** What the audit trail will say, a note for each report that was stored. */
    List<Audit.Note> notes() {
        return List.copyOf(notes);
    }

    private boolean isRefused() {
        return mode == LoadMode.ALL_OR_NOTHING && tally.faultCount() > 0;
    }

    private void dealWithWaiting() {
        if (waiting.isEmpty()) {
            return;
        }
        var organisations = waiting.stream()
                .map(report -> report.sent().organisation())
                .filter(Objects::nonNull)
                .toList();
        var known = store.known(organisations, check.year());
        store.owners(waiting.stream()
                        .flatMap(report -> owned(report.sent()))
                        .distinct()
                        .toList())
                .forEach(owners::putIfAbsent);
        var sound = new ArrayList<FirstReport>();
        for (var report : waiting) {
            try {
                check(report, known, sound);
            } catch (Refused refused) {
                tally.refuse(report.faults(refused));
            }
        }
        if (!dryRun && !isRefused()) {
            store.add(sound);
            sound.forEach(first -> notes.add(first.note()));
        }
        waiting.clear();
        charactersWaiting = 0;
        store.forget();
    }

    private void check(BulkReport report, BulkStore.Known known, List<FirstReport> sound) {
        var sent = report.sent();
        var findings = check.check(sent, known.lastYear(sent.organisation()));
        Owned.check(sent, check.catalogue(), check.year(), owners, findings);
        place(report, findings);
        report.file().reading().refuseIfFaulty(findings.faults());
        var there = known.there().get(sent.organisation());
        if (there == null) {
            tally.accept(sent.values().size());
            var first = submission.first(sent, findings.queries(), check);
            first.revision()
                    .owned()
                    .forEach(named -> owners.put(named, first.report().reference()));
            sound.add(first);
        } else if (Sameness.of(there, sent)) {
            tally.leaveUnchanged();
        } else {
            var mend = "It says something else: correct it by a restatement.";
            tally.refuse(List.of(new Fault(report.place(), "report-exists", there.reference(), mend)));
        }
    }

    private Stream<Owned> owned(Submission sent) {
        return Owned.in(sent, check.catalogue(), check.year()).stream();
    }

    /** Whether the report belongs here: to the file's year, and once. */
    private void place(BulkReport report, Findings findings) {
        var sent = report.sent();
        if (sent.year() != null && !sent.year().equals(check.year().toString())) {
            findings.fault(report.place(), null, "differs-from-path", sent.year(), "Send " + check.year() + ".");
        }
        if (sent.organisation() != null && !seen.add(sent.organisation())) {
            findings.fault(
                    report.place(), null, "given-twice", sent.organisation(), "Send each organisation's report once.");
        }
    }
}
