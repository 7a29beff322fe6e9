package org.anchors.socialvalue.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.anchors.contracts.problem.Fault;
import org.anchors.socialvalue.catalogue.Upload.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue that values commitments: one that is loaded, or measures that are sent along.
 *
 * @param edition its name; without measures, one that the caller's organisation has loaded
 * @param measures what can be committed to, where the catalogue is not loaded
 */
@Schema(
        name = "CatalogueChoice",
        description = "A catalogue that you have loaded, by its edition, or measures sent along.")
public record CatalogueChoice(
        @NotBlank(message = "Name the edition.")
        @Size(max = 60, message = "At most 60 characters.")
        @Schema(
                description = "Its name; without measures, one that your organisation has loaded",
                examples = "example-1")
        String edition,

        @Nullable
        @Size(min = 1, max = 2_000, message = "A catalogue has 1 to 2,000 measures.")
        @Schema(description = "What can be committed to, where the catalogue is not loaded")
        List<@NotNull(message = "A measure cannot be null.") @Valid Row> measures) {

    /** What is wrong with measures that were sent along. */
    public List<Fault> faults(String at) {
        return measures == null ? List.of() : UploadCheck.faultsOf(measures, at + "/measures");
    }

    /** The measures that were sent along, as far as they can be read. */
    public List<MeasureView> sent() {
        return measures == null
                ? List.of()
                : measures.stream()
                        .filter(Objects::nonNull)
                        .map(MeasureView::of)
                        .toList();
    }
}
