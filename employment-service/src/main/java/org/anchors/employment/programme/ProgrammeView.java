package org.anchors.employment.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A programme as it is shown; the fields are those of its registration. */
@Schema(name = "Programme", description = "A programme.")
record ProgrammeView(
        String key,
        String name,
        String provider,
        List<String> deliveryPartners,
        @Nullable LocalDate startsOn,
        @Nullable Integer lengthWeeks,
        @Nullable Integer places,
        List<String> targetGroups,
        String outcomeRule,
        int outcomeRuleVersion,
        boolean sharedKey,
        @Nullable Funding funding,
        Instant registeredAt) {

    static ProgrammeView of(Programme programme) {
        return new ProgrammeView(
                programme.key(),
                programme.name(),
                programme.provider(),
                programme.deliveryPartners(),
                programme.startsOn(),
                programme.lengthWeeks(),
                programme.places(),
                programme.targetGroups(),
                programme.outcomeRule(),
                programme.outcomeRuleVersion(),
                programme.sharedKey(),
                programme.funding(),
                programme.registeredAt());
    }
}
