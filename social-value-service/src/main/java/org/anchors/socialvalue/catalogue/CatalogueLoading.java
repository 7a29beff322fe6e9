package org.anchors.socialvalue.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.anchors.contracts.event.CatalogueLoaded;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.idempotency.Idempotency;
import org.anchors.kit.outbox.Outbox;

/** Loads a catalogue: checks it, keeps it with its measures, announces it and notes who did so. */
@ApplicationScoped
class CatalogueLoading {

    private final Catalogues catalogues;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    CatalogueLoading(Catalogues catalogues, Outbox outbox, Audit audit, Clock clock) {
        this.catalogues = catalogues;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    Idempotency.Created load(Reading<Upload> body, String owner) {
        var upload = body.value();
        body.refuseIfFaulty(UploadCheck.faultsOf(upload));
        var catalogue = Catalogue.loaded(upload, owner, clock.instant().truncatedTo(ChronoUnit.MICROS));
        catalogues.add(catalogue, upload.measures().stream().map(row -> Measure.of(catalogue, row)));
        outbox.add(announcementOf(catalogue));
        audit.record(
                "catalogue-loaded",
                "catalogues/" + owner + "/" + catalogue.edition(),
                Map.of("measures", catalogue.measureCount(), "licence", catalogue.licence()));
        return new Idempotency.Created(
                "/api/social-value/v1/catalogues/" + catalogue.edition(),
                CatalogueResource.ONLY_VERSION.tag(),
                CatalogueView.of(catalogue));
    }

    private static CatalogueLoaded announcementOf(Catalogue catalogue) {
        return new CatalogueLoaded(
                catalogue.edition(),
                catalogue.owner(),
                catalogue.source(),
                catalogue.licence(),
                catalogue.redistributable(),
                catalogue.measureCount(),
                catalogue.loadedAt());
    }
}
