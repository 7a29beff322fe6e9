package org.anchors.socialvalue.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.anchors.socialvalue.contract.Contract;
import org.anchors.socialvalue.contract.Indicator;
import org.anchors.socialvalue.contract.Obligation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contract with what is owed under it and what came of that. */
@Schema(name = "ContractWithProgress", description = "A contract, what the supplier owes, and what is delivered of it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContractView(
        Contract contract,
        List<Obligation> obligations,

        @Schema(description = "What was published to measure the supplier by")
        List<Indicator> indicators,

        Progress progress) {}
