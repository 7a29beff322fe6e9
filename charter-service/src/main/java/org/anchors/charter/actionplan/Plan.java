package org.anchors.charter.actionplan;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.anchors.kit.edge.Scalar;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation sets out to do in a year. Parts that could not be read are null, whatever the types say.
 *
 * @param actions what is to be done, each under a commitment of the charter
 */
@Schema(name = "ActionPlan", description = "What an organisation sets out to do in a year.")
record Plan(
        @NotNull(message = "Send the plan's actions, an empty list if there are none yet.")
        @Size(max = 200, message = "A plan has at most 200 actions.")
        List<@NotNull(message = "An action cannot be null.") @Valid Action> actions) {

    /**
     * One action.
     *
     * @param commitment number of the charter's commitment that it serves
     * @param action what is to be done
     * @param indicator code of the indicator that shows it
     * @param group target group, for an indicator that is reported by group
     * @param baseline where the indicator stood before, in its unit; a ratio as it is expressed, such as 28.5 for 28.5 %
     * @param target where it is to stand at the end of the year, in its unit
     * @param leadRole role of whoever leads it; never a name
     * @param due day by which it is to be done
     */
    @Schema(name = "PlannedAction")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Action(
            @NotBlank(message = "Name the charter's commitment by its number, such as E5.") @Schema(examples = "E5")
            String commitment,

            @NotBlank(message = "Say what is to be done.") @Size(max = 2_000, message = "At most 2,000 characters.")
            String action,

            @NotBlank(message = "Name the indicator that shows it by its code, such as EMP-03.")
            @Schema(examples = "EMP-03")
            String indicator,

            @Nullable String group,
            @Nullable Scalar baseline,

            @NotNull(message = "Set a target, in the indicator's unit.")
            Scalar target,

            @NotBlank(message = "Name the role that leads it, such as Director of People.")
            @Size(max = 200, message = "At most 200 characters.")
            String leadRole,

            @NotNull(message = "Say by which day it is to be done.")
            LocalDate due) {}

    List<Action> actionsOrNone() {
        return actions == null ? List.of() : actions;
    }
}
