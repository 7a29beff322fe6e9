package org.anchors.charter.actionplan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The approval of a plan by the organisation's board.
 *
 * @param role role of whoever signed for the board; never a name
 * @param on day of the approval
 * @param minute reference of the minute
 */
@Schema(name = "PlanApproval")
record BoardApproval(
        @NotBlank(message = "Name the role that approved, such as Chief Executive.")
        @Size(max = 200, message = "At most 200 characters.")
        String role,

        @NotNull(message = "Say on which day the board approved.")
        LocalDate on,

        @NotBlank(message = "Give the reference of the minute.") @Size(max = 200, message = "At most 200 characters.")
        String minute) {}
