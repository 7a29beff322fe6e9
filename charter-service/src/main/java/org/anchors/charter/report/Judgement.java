package org.anchors.charter.report;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to decide about a report. */
final class Judgement {

    private Judgement() {}

    /**
     * The anchor team accepts a report.
     *
     * @param waivers the open queries that it waives; none may be left
     */
    @Schema(name = "Acceptance")
    record Acceptance(
            @Size(max = 500, message = "At most 500 waivers.") @Nullable
            List<@NotNull(message = "A waiver cannot be null.") @Valid Waiver> waivers) {

        List<Waiver> waiversOrNone() {
            return waivers == null ? List.of() : waivers;
        }
    }

    /**
     * Open queries that are let pass, for one reason.
     *
     * @param queries their numbers
     * @param reason why
     */
    @Schema(name = "Waiver")
    record Waiver(
            @NotEmpty(message = "Name the queries by their numbers.") @Size(max = 500, message = "At most 500 queries.")
            List<@NotNull(message = "A number cannot be null.") Integer> queries,

            @NotBlank(message = "Say why they are waived.") @Size(max = 2_000, message = "At most 2,000 characters.")
            String reason) {}

    /**
     * The anchor team returns a report.
     *
     * @param items what is to be mended, each with its reason
     */
    @Schema(name = "Return")
    record Return(
            @NotEmpty(message = "Name what is to be mended.") @Size(max = 500, message = "At most 500 things to mend.")
            List<@NotNull(message = "An item cannot be null.") @Valid ToMend> items) {}

    /**
     * One thing to mend.
     *
     * @param at its place in the report, a JSON pointer such as {@code /values/3}
     * @param indicator the indicator concerned; one of the two is needed
     * @param group its target group
     * @param reason what is wrong with it
     */
    @Schema(name = "ToMend")
    record ToMend(
            @Size(max = 200, message = "At most 200 characters.") @Nullable
            String at,

            @Nullable String indicator,
            @Nullable String group,

            @NotBlank(message = "Say what is to be mended.") @Size(max = 2_000, message = "At most 2,000 characters.")
            String reason) {}

    /**
     * The organisation's own approver gives approval, or withholds it.
     *
     * @param approved which of the two
     * @param reason why; needed where approval is withheld
     */
    @Schema(name = "Approval")
    record Approval(
            @NotNull(message = "Say true or false.") Boolean approved,

            @Size(max = 2_000, message = "At most 2,000 characters.") @Nullable
            String reason) {}
}
