package org.anchors.charter.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.contracts.event.AnnualReportAccepted;
import org.anchors.contracts.event.AnnualReportReturned;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.Version;
import org.anchors.kit.outbox.Outbox;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** Decides about a report that waits: the organisation's own approver, then the anchor team. */
@ApplicationScoped
class ReportDecision {

    private final Reports reports;
    private final ReportSubmission submission;
    private final Catalogues catalogues;
    private final Outbox outbox;
    private final Audit audit;
    private final Caller caller;

    ReportDecision(
            Reports reports,
            ReportSubmission submission,
            Catalogues catalogues,
            Outbox outbox,
            Audit audit,
            Caller caller) {
        this.reports = reports;
        this.submission = submission;
        this.catalogues = catalogues;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
    }

    /** Accepts the newest revision; no query may be left open, nor the organisation's approval withheld. */
    AnnualReport accept(String reference, @Nullable String ifMatch, Reading<Judgement.Acceptance> body) {
        var report = held(reference, ifMatch);
        report.state().requireUndecided();
        var queries = reports.requireRevision(reference, report.revision()).numberedQueries();
        var waivers = body.value().waiversOrNone();
        body.refuseIfFaulty(JudgementCheck.waivers(waivers, queries));
        requireNoneOpen(queries, waivers);
        requireNotWithheld(report);
        var items = waivers.stream()
                .flatMap(waiver -> waiver.queries().stream()
                        .map(number -> new Decision.Item(null, null, null, number, waiver.reason())))
                .toList();
        var words = words(null, items);
        reports.add(report.accept(words));
        outbox.add(new AnnualReportAccepted(
                reference, report.organisation(), report.year().toString(), report.revision(), words.at()));
        record("report-accepted", report, Map.of("waived", items.size()));
        return report;
    }

    /** Returns the newest revision to its organisation, with what is to be mended. */
    AnnualReport giveBack(String reference, @Nullable String ifMatch, Reading<Judgement.Return> body) {
        var report = held(reference, ifMatch);
        report.state().requireUndecided();
        var revision = reports.requireRevision(reference, report.revision());
        var items = body.value().items() == null
                ? List.<Judgement.ToMend>of()
                : body.value().items();
        body.refuseIfFaulty(JudgementCheck.items(items, revision, catalogues.byEdition(revision.catalogue())));
        var words = words(
                null,
                items.stream()
                        .map(item -> new Decision.Item(item.at(), item.indicator(), item.group(), null, item.reason()))
                        .toList());
        reports.add(report.giveBack(words));
        outbox.add(new AnnualReportReturned(
                reference,
                report.organisation(),
                report.year().toString(),
                report.revision(),
                words.at(),
                items.size()));
        record("report-returned", report, Map.of("items", items.size()));
        return report;
    }

    /** Notes that the organisation's own approver approves of the newest revision, or does not. */
    AnnualReport approve(String reference, @Nullable String ifMatch, Reading<Judgement.Approval> body) {
        var report = held(reference, ifMatch);
        Visibility.requireOwnReport(report, caller);
        report.state().requireUndecided();
        body.refuseIfFaulty(withheldWithoutReason(body.value()));
        if (reports.requireRevision(reference, report.revision()).submittedBy().equals(caller.subject())) {
            throw new Refused(ReportRefusal.OWN_REVISION, "Somebody else of your organisation approves of it.");
        }
        var kind = body.value().approved() ? Decision.Kind.APPROVED : Decision.Kind.WITHHELD;
        reports.add(report.approve(kind, words(body.value().reason(), List.of())));
        record(kind == Decision.Kind.APPROVED ? "report-approved" : "report-approval-withheld", report, Map.of());
        return report;
    }

    private AnnualReport held(String reference, @Nullable String ifMatch) {
        var report = reports.requireForChange(reference, caller);
        new Version(report.version()).require(ifMatch);
        return report;
    }

    private Decision.Words words(@Nullable String reason, List<Decision.Item> items) {
        return new Decision.Words(submission.now(), caller.name(), reason, items);
    }

    private void record(String deed, AnnualReport report, Map<String, ?> more) {
        var detail = new HashMap<String, Object>(more);
        detail.put("revision", report.revision());
        audit.record(deed, "reports/" + report.reference(), detail);
    }

    private static void requireNoneOpen(List<Findings.Query> queries, List<Judgement.Waiver> waivers) {
        var waived =
                waivers.stream().flatMap(waiver -> waiver.queries().stream()).collect(Collectors.toSet());
        var open = JudgementCheck.open(queries, waived);
        if (!open.isEmpty()) {
            throw new Refused(
                    ReportRefusal.QUERIES_OPEN,
                    "Return the report, or waive each of its open queries with a reason: %s.".formatted(open),
                    queries.stream()
                            .filter(query -> open.contains(query.number()))
                            .map(query ->
                                    new Fault(query.at(), query.indicator(), query.rule(), query.given(), query.mend()))
                            .toList());
        }
    }

    private void requireNotWithheld(AnnualReport report) {
        var withheld = reports.decisions(report.reference()).stream()
                .filter(decision -> decision.revision() == report.revision())
                .reduce((earlier, later) -> later)
                .filter(decision -> decision.kind() == Decision.Kind.WITHHELD);
        if (withheld.isPresent()) {
            throw new Refused(
                    ReportRefusal.APPROVAL_WITHHELD,
                    "Return it, or wait for the approver of %s: %s"
                            .formatted(report.organisation(), withheld.get().reason()));
        }
    }

    private static List<Fault> withheldWithoutReason(Judgement.Approval sent) {
        var isMute = sent.reason() == null || sent.reason().isBlank();
        return Boolean.FALSE.equals(sent.approved()) && isMute
                ? List.of(new Fault("/reason", "reason-missing", null, "Say why approval is withheld."))
                : List.of();
    }
}
