package org.anchors.employment.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anchors.employment.outcome.OutcomeRule;
import org.anchors.employment.outcome.OutcomeRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A programme as it is registered. Parts that could not be read are null, whatever the types say.
 *
 * @param key its name in addresses and events, the same for ever
 * @param name what it is called
 * @param provider key of the organisation that runs it
 * @param deliveryPartners keys of the organisations that help to run it
 * @param startsOn first day of its first cohort, where known
 * @param lengthWeeks how long one participant is in it
 * @param places how many people it can take in a year
 * @param targetGroups whom it is meant for; everybody, where none is named
 * @param outcomeRule the rule that its outcomes are counted by
 * @param sharedKey whether its people may be recognised in other programmes that agree too; no, unless it is said
 * @param funding who pays for it
 */
@Schema(name = "ProgrammeRegistration", description = "A programme as it is registered.")
record Registration(
        @NotBlank(message = "Give the programme a key.")
        @Pattern(regexp = KEY, message = KEY_FORM)
        @Schema(
                description = "Its name in addresses and events, the same for ever",
                examples = "health-and-care-academy")
        String key,

        @NotBlank(message = "Give the programme's name.")
        @Size(max = 200, message = "At most 200 characters.")
        @Pattern(regexp = ONE_LINE, message = "Write it on one line.")
        @Schema(description = "What it is called", examples = "Health and Care Academy")
        String name,

        @NotBlank(message = "Name the organisation that runs it, by its key.")
        @Pattern(regexp = KEY, message = KEY_FORM)
        @Schema(description = "The organisation that runs it, by its key", examples = "mse-icb")
        String provider,

        @Nullable
        @Schema(description = "The organisations that help to run it, by their keys")
        @Size(max = 50, message = "At most 50 partners.")
        List<@NotBlank(message = "Name the partner by its key.") @Pattern(regexp = KEY, message = KEY_FORM) String>
                deliveryPartners,

        @Nullable @Schema(description = "First day of its first cohort, where known")
        LocalDate startsOn,

        @Nullable
        @Schema(description = "How long one participant is in it")
        @Min(value = 1, message = "At least 1 week.")
        @Max(value = 260, message = "At most 260 weeks.")
        Integer lengthWeeks,

        @Nullable
        @Schema(description = "How many people it can take in a year")
        @Min(value = 1, message = "At least 1 place.")
        @Max(value = 100_000, message = "At most 100,000 places.")
        Integer places,

        @Nullable
        @Schema(description = "Whom it is meant for: " + TargetGroup.LIST)
        @Size(max = 20, message = "At most 20 groups.")
        List<@NotNull(message = "A group cannot be null.") String> targetGroups,

        @NotBlank(message = "Say by which rule its outcomes are counted.")
        @Schema(
                description = "The rule that its outcomes are counted by, one of those at /outcome-rules",
                examples = "THREE_MONTHS")
        String outcomeRule,

        @Nullable
        @Schema(
                description =
                        "Whether its people may be recognised in other programmes that agree to it too, so that each"
                                + " is counted once; no, unless it is said")
        Boolean sharedKey,

        @Nullable @Valid @Schema(description = "Who pays for it")
        Funding funding) {

    /** The form of keys. */
    static final String KEY = "[a-z][a-z0-9-]{0,59}";

    static final String ONE_LINE = "\\P{Cntrl}*";
    static final String KEY_FORM = "Begin with a letter; up to 60 lower-case letters, digits and hyphens.";

    /** The newest version of its rule that is for programmes which begin when it does, or on a day where it does not say. */
    Optional<OutcomeRule> rule(LocalDate today) {
        return OutcomeRules.released().inForce(outcomeRule, startsOn == null ? today : startsOn);
    }

    List<String> deliveryPartnersOrNone() {
        return deliveryPartners == null ? List.of() : deliveryPartners;
    }

    List<String> targetGroupsOrNone() {
        return targetGroups == null ? List.of() : targetGroups;
    }
}
