package org.anchors.employment.programme;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A cohort as it is shown; the other fields are those of its plan.
 *
 * @param sealedAt when its records were deleted and its totals kept for good; absent until then
 */
@Schema(name = "Cohort", description = "An intake of a programme.")
record CohortView(
        String programme,
        String key,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Integer places,
        Instant registeredAt,
        @Nullable Instant sealedAt) {

    static CohortView of(Cohort cohort) {
        return new CohortView(
                cohort.programme(),
                cohort.key(),
                cohort.startsOn(),
                cohort.endsOn(),
                cohort.places(),
                cohort.registeredAt(),
                cohort.sealedAt());
    }
}
