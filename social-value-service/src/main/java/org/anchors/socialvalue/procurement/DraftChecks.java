package org.anchors.socialvalue.procurement;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.rows.DatabaseClock;
import org.anchors.socialvalue.catalogue.ChosenCatalogues;
import org.anchors.socialvalue.catalogue.MeasureView;
import org.anchors.socialvalue.signatory.Commitment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Looks at drafts: what would keep one from being published at this moment, and what its buyer should know. */
@ApplicationScoped
class DraftChecks {

    private final ChosenCatalogues catalogues;
    private final CharterRule charter;
    private final BuyerRule buyers;
    private final DatabaseClock clock;

    DraftChecks(ChosenCatalogues catalogues, CharterRule charter, BuyerRule buyers, DatabaseClock clock) {
        this.catalogues = catalogues;
        this.charter = charter;
        this.buyers = buyers;
        this.clock = clock;
    }

    /** What was found in a draft. */
    @Schema(name = "DraftCheck", description = "What was found in a draft.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Checked(
            @Schema(description = "What would keep it from being published now")
            List<Fault> faults,

            @Schema(
                    description =
                            "What its methodologies do that may not be meant, tried on dummy bids; it hinders nothing")
            List<DraftWarnings.Warned> warnings,

            @Nullable
            @Schema(description = "What the charter holds the buyer to, that had signed it on the day of the notice")
            Commitment charter) {}

    Checked check(ProcurementBody draft, String buyer) {
        var held = charter.heldTo(buyer, draft.methodologies().values().stream());
        return new Checked(faults(draft, buyer, held), warnings(draft, held), held.orElse(null));
    }

    private static List<DraftWarnings.Warned> warnings(ProcurementBody draft, Optional<Commitment> held) {
        return Stream.concat(CharterRule.warningsOf(draft, held), DraftWarnings.of(draft).stream())
                .toList();
    }

    private List<Fault> faults(ProcurementBody draft, String buyer, Optional<Commitment> held) {
        return Stream.of(
                        PublicationCheck.faultsOf(draft, measures(draft, buyer), clock.now()),
                        CharterRule.faultsOf(draft, held),
                        buyers.faultsOf(draft, buyer))
                .flatMap(List::stream)
                .toList();
    }

    private Optional<List<MeasureView>> measures(ProcurementBody draft, String buyer) {
        return draft.catalogue() == null ? Optional.of(List.of()) : catalogues.loaded(buyer, draft.catalogue());
    }
}
