package org.anchors.employment.participant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A participant as a provider registers one. Parts that could not be read are null, whatever the types say.
 *
 * @param programme key of the programme
 * @param cohort key of the cohort within it
 * @param reference what the provider calls the participant; turned into a pseudonym and not kept
 * @param sharedReference what the providers call somebody who agreed to recognise people in each other's programmes; not kept
 * @param ageBand how old, in bands
 * @param imdDecile decile of the index of multiple deprivation, 1 the most deprived
 * @param imdEdition the edition of the index
 * @param place where the participant lives, by the name of a place where partners work
 * @param referrer key of the organisation that sent the participant
 */
@Schema(name = "ParticipantRegistration", description = "A participant as a provider registers one.")
record Registration(
        @NotBlank(message = "Name the programme by its key.")
        @Schema(description = "The programme, by its key", examples = "health-and-care-academy")
        String programme,

        @NotBlank(message = "Name the cohort by its key.")
        @Schema(description = "The cohort, by its key", examples = "2022-autumn")
        String cohort,

        @NotBlank(message = "Send what you call the participant.")
        @Pattern(regexp = REFERENCE, message = REFERENCE_FORM)
        @Schema(
                description =
                        "What you call the participant: with a digit in it, and nothing that says who it is. It is"
                                + " turned into a pseudonym and not kept.",
                examples = "HCA-000123")
        String reference,

        @Nullable
        @Pattern(regexp = REFERENCE, message = REFERENCE_FORM)
        @Schema(
                description =
                        "What you and other providers agreed to call the participant, where the programme's sharedKey"
                                + " is true; not kept either")
        String sharedReference,

        @Nullable @Schema(description = "How old, in bands") AgeBand ageBand,

        @Nullable
        @Min(value = 1, message = DECILE_FORM)
        @Max(value = 10, message = DECILE_FORM)
        @Schema(
                description =
                        "Decile of the index of multiple deprivation where the participant lives, 1 the most deprived")
        Integer imdDecile,

        @Nullable
        @Pattern(regexp = EDITION, message = EDITION_FORM)
        @Schema(description = "The edition of the index: 2010, 2015, 2019 or 2025")
        String imdEdition,

        @Nullable @Schema(description = "Where the participant lives, by the name of a place where partners work")
        String place,

        @Nullable @Schema(description = "The organisation that sent the participant, by its key", examples = "ecc")
        String referrer)
        implements Traits {

    static final String DECILE_FORM = "Send 1 to 10.";
    static final String EDITION = "2010|2015|2019|2025";
    static final String EDITION_FORM = "Send 2010, 2015, 2019 or 2025.";

    static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9._/:-]{0,63}";
    static final String REFERENCE_FORM = "Up to 64 letters, digits and . _ / : -, the first a letter or a digit.";
}
