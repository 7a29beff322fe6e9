package org.anchors.charter.reportingyear;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When the reports of a year are to be taken.
 *
 * @param opens first day
 * @param due last day on which a report is on time
 * @param closes last day; left out while no end is set
 */
@Schema(name = "NewReportingWindow")
record WindowRequest(
        @NotNull(message = "Say on which day it opens.") LocalDate opens,

        @NotNull(message = "Say until which day a report is on time.")
        LocalDate due,

        @Nullable LocalDate closes) {}
