package org.anchors.employment.participant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is known of a participant, all of it, in the place of what was said before. */
@Schema(
        name = "ParticipantCorrection",
        description = "What is known of a participant, all of it; what is left out is not known any more.")
record Correction(
        @Nullable @Schema(description = "How old, in bands") AgeBand ageBand,

        @Nullable
        @Min(value = 1, message = Registration.DECILE_FORM)
        @Max(value = 10, message = Registration.DECILE_FORM)
        @Schema(description = "Decile of the index of multiple deprivation, 1 the most deprived")
        Integer imdDecile,

        @Nullable
        @Pattern(regexp = Registration.EDITION, message = Registration.EDITION_FORM)
        @Schema(description = "The edition of the index: 2010, 2015, 2019 or 2025")
        String imdEdition,

        @Nullable @Schema(description = "Where the participant lives, by the name of a place where partners work")
        String place,

        @Nullable @Schema(description = "The organisation that sent the participant, by its key", examples = "ecc")
        String referrer)
        implements Traits {}
