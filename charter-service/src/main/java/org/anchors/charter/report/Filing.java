package org.anchors.charter.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.edge.Version;
import org.anchors.kit.idempotency.Idempotency;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Takes reports and their amendments, once for each key or only to check them, and answers by the places of what was sent: as
 * JSON or as a file.
 */
@ApplicationScoped
class Filing {

    private static final String REPORTS = "/api/charter/v1/reports/";

    private final ReportSubmission submission;
    private final ReportAmendment amendment;
    private final Idempotency idempotency;
    private final Caller caller;

    Filing(ReportSubmission submission, ReportAmendment amendment, Idempotency idempotency, Caller caller) {
        this.submission = submission;
        this.amendment = amendment;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /**
     * How a report is to be taken.
     *
     * @param key the idempotency key
     * @param dryRun whether it is only checked
     */
    record Terms(@Nullable String key, boolean dryRun) {}

    /**
     * What is amended.
     *
     * @param ifMatch version of the report that was corrected
     */
    record Amended(String reference, @Nullable String ifMatch, Revision.Kind kind) {}

    /** What a dry run found; a faulty report is refused instead, as it would be without it. */
    @Schema(name = "Checked")
    record Checked(List<Findings.Query> queries) {}

    /** Takes the first revision of a report. */
    Response submit(ReportFile sent, Terms terms) {
        var reading = sent.reading();
        var organisation = reading.value().organisation();
        if (organisation != null) {
            Visibility.requireOwn(organisation, caller);
        }
        return answered(sent.places(), () -> {
            if (terms.dryRun()) {
                return Response.ok(new Checked(sent.places().translated(submission.check(reading))))
                        .build();
            }
            return idempotency.once(terms.key(), "submit-report " + reading.digest(), () -> {
                var submitted = submission.submit(reading);
                return created("", submitted, sent.places());
            });
        });
    }

    /** Takes a later revision. */
    Response amend(Amended amended, ReportFile sent, Terms terms) {
        var reading = sent.reading();
        return answered(sent.places(), () -> {
            if (terms.dryRun()) {
                var checked = amendment.check(amended, reading);
                return Response.ok(new ReportAmendment.Checked(
                                sent.places().translated(checked.queries()), checked.changes()))
                        .build();
            }
            var request = "%s %s %s".formatted(amended.kind(), amended.reference(), reading.digest());
            return idempotency.once(terms.key(), request, () -> {
                var taken = amendment.take(amended, reading);
                return created("/revisions/" + taken.report().revision(), taken, sent.places());
            });
        });
    }

    private static Response answered(Places places, Supplier<Response> deed) {
        try {
            return deed.get();
        } catch (Refused refused) {
            throw places.translated(refused);
        }
    }

    private static Idempotency.Created created(String revision, ReportSubmission.Submitted taken, Places places) {
        var report = taken.report();
        return new Idempotency.Created(
                REPORTS + report.reference() + revision,
                new Version(report.version()).tag(),
                ReportView.Receipt.of(report, places.translated(taken.queries())));
    }
}
