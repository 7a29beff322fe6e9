package org.anchors.socialvalue.delivery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.anchors.socialvalue.contract.Indicator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The indicators of a contract, as they are sent. */
@Schema(name = "ContractIndicators", description = "The indicators of a contract, published once.")
record IndicatorsBody(
        @NotNull(message = "Send the indicators.") @Size(min = 1, max = 50, message = "Send 1 to 50 indicators.")
        List<@NotNull(message = "An indicator cannot be null.") @Valid Indicator> indicators) {

    List<Indicator> indicatorsOrNone() {
        return indicators == null ? List.of() : indicators;
    }
}
