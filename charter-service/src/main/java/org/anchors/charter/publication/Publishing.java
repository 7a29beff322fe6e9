package org.anchors.charter.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.anchors.charter.publication.WantedCheck.Accepted;
import org.anchors.contracts.event.ReportPublished;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.outbox.Outbox;

/** Publishes a consolidated report: takes its turn, prepares it, freezes it and announces it. */
@ApplicationScoped
class Publishing {

    private final Preparing preparing;
    private final Publications publications;
    private final Outbox outbox;
    private final Audit audit;

    Publishing(Preparing preparing, Publications publications, Outbox outbox, Audit audit) {
        this.preparing = preparing;
        this.publications = publications;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** What would be published; its number may be another one then. */
    @Transactional(Transactional.TxType.MANDATORY)
    Publication tryOut(Accepted accepted) {
        return preparing.prepare(publications.next(), accepted).publication();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Publication publish(Accepted accepted) {
        publications.oneAtATime();
        var ready = preparing.prepare(publications.next(), accepted);
        publications.add(ready, accepted.wanted().withheldOrNone());
        announce(ready.publication(), accepted.wanted().withheldOrNone());
        return ready.publication();
    }

    private void announce(Publication publication, List<String> withheld) {
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
                Map.of("policy", publication.disclosurePolicy(), "sha256", publication.sha256(), "withheld", withheld));
    }
}
