package org.anchors.socialvalue.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.anchors.socialvalue.catalogue.CatalogueChoice;
import org.anchors.socialvalue.methodology.MethodologyBody;
import org.anchors.socialvalue.scoring.Bid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Bids to be scored, with what they are scored by. Parts that could not be read are null, whatever the types say. */
@Schema(name = "EvaluationRequest", description = "Bids to be scored, with what they are scored by.")
public record EvaluationRequest(
        @NotNull(message = "Send the methodology.") @Valid MethodologyBody methodology,

        @Nullable @Valid @Schema(description = "What values commitments; needed where they bring marks")
        CatalogueChoice catalogue,

        @NotNull(message = "Send the bids.") @Size(min = 1, message = "Send at least one bid.")
        List<@NotNull(message = "A bid cannot be null.") @Valid BidBody> bids) {

    List<BidBody> bidsOrNone() {
        return bids == null ? List.of() : bids.stream().filter(Objects::nonNull).toList();
    }

    /** Only for a request without faults. */
    List<Bid> bidsAsScored() {
        var scale = methodology.scaleOrPercentages().scale();
        return bids.stream().map(bid -> bid.bid(scale)).toList();
    }
}
