package org.anchors.charter.publication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import org.anchors.charter.consolidated.PublishableReports;
import org.anchors.contracts.event.ReportPublished;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.outbox.Outbox;

/** Publishes a consolidated report: takes its turn, prepares it, freezes it and announces it. */
@ApplicationScoped
class Publishing {

    private final WantedCheck check;
    private final PublishableReports reports;
    private final Preparing preparing;
    private final Publications publications;
    private final Outbox outbox;
    private final Audit audit;

    Publishing(
            WantedCheck check,
            PublishableReports reports,
            Preparing preparing,
            Publications publications,
            Outbox outbox,
            Audit audit) {
        this.check = check;
        this.reports = reports;
        this.preparing = preparing;
        this.publications = publications;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** The instant whose knowledge is to be published; refuses a body that has faults. Not within a transaction. */
    Instant instant(Reading<Wanted> body) {
        QuarkusTransaction.requiringNew().run(() -> check.orRefuse(body));
        return reports.instant(body.value().asKnownOn());
    }

    /** What would be published; its number may be another one then. */
    @Transactional(Transactional.TxType.MANDATORY)
    Publication tryOut(Reading<Wanted> body, Instant at) {
        return preparing.prepare(publications.next(), body, at).publication();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Publication publish(Reading<Wanted> body, Instant at) {
        publications.oneAtATime();
        var ready = preparing.prepare(publications.next(), body, at);
        publications.add(ready.publication(), ready.content(), ready.claims());
        announce(ready.publication());
        return ready.publication();
    }

    private void announce(Publication publication) {
        outbox.add(new ReportPublished(
                publication.number(),
                publication.year().toString(),
                publication.disclosurePolicy(),
                publication.asKnownOn(),
                publication.sha256(),
                publication.publishedAt()));
        audit.record(
                "report-published",
                "publications/" + publication.number(),
                Map.of("policy", publication.disclosurePolicy(), "sha256", publication.sha256()));
    }
}
