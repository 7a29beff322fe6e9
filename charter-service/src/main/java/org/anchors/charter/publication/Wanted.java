package org.anchors.charter.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.anchors.charter.charter.Signatories;
import org.anchors.kit.disclosure.Policy;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be published. Parts that could not be read are null, whatever the types say.
 *
 * @param year reporting year, such as {@code 2024-25}
 * @param filters what of the report; all of it when left out
 * @param policy the disclosure policy, by name or with its version; HES when left out
 * @param asKnownOn the instant whose knowledge is published; the latest on which everything is known when left out
 * @param withheld figures to be left out: EMP-05.veteran for one, EMP-05.veteran/change for its change, employment for the
 *     outcomes of programmes
 */
@Schema(name = "PublicationWanted")
record Wanted(
        @NotBlank(message = "Say for which reporting year, such as 2024-25.")
        String year,

        @Nullable @Valid Filters filters,

        @Nullable
        @Schema(
                defaultValue = "HES",
                examples = {"HES", "ONS_10_5/1"})
        String policy,

        @Nullable Instant asKnownOn,

        @Nullable
        @Size(max = 200, message = "Withhold at most 200 figures, or choose a pillar.")
        @Schema(examples = "[\"EMP-05.veteran/change\"]")
        List<String> withheld) {

    /**
     * Narrows a publication; what is left out does not narrow it.
     *
     * @param pillar only this pillar, such as {@code employment}
     * @param sector only organisations of this sector
     * @param place only organisations that work in this place
     * @param alliance only organisations of this alliance
     * @param level only organisations of this level: system, regional or place
     */
    @Schema(name = "PublicationFilters")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Filters(
            @Nullable String pillar,
            @Nullable String sector,
            @Nullable String place,
            @Nullable String alliance,
            @Nullable String level) {

        static final Filters NONE = new Filters(null, null, null, null, null);

        Signatories.Filter organisations() {
            return new Signatories.Filter(sector, place, alliance, level);
        }
    }

    Filters filtersOrNone() {
        return filters == null ? Filters.NONE : filters;
    }

    List<String> withheldOrNone() {
        return withheld == null
                ? List.of()
                : withheld.stream().filter(Objects::nonNull).distinct().sorted().toList();
    }

    String policyName() {
        return policy == null ? Policy.HES.name() : policy;
    }
}
