package org.anchors.employment.snapshot;

import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What an address may say about the outcomes that are wanted. */
final class Asked {

    @QueryParam("programme")
    @Parameter(description = "Only this programme, by its key")
    @Nullable
    String programme;

    @QueryParam("year")
    @Parameter(description = "Only those who started, or were referred, in this reporting year, such as 2022-23")
    @Nullable
    String year;

    @QueryParam("group")
    @Parameter(description = "Only those who say that they belong to this target group, such as care-leaver")
    @Nullable
    String group;

    @QueryParam("place")
    @Parameter(description = "Only those who live in this place")
    @Nullable
    String place;

    @QueryParam("decile")
    @Parameter(
            description =
                    "Only those of this decile of an edition of the index of multiple deprivation, such as IMD2019/1")
    @Nullable
    String decile;

    @QueryParam("asOf")
    @Parameter(description = "Milestones until this day count; today, unless it is said")
    @Nullable
    String asOf;

    @QueryParam("policy")
    @Parameter(description = "Disclosure policy: HES, ONS_10_5 or NONE; HES, unless it is said")
    @Nullable
    String policy;

    /** Whether it is one programme and year that is asked for, of which groups are told, and nothing narrower. */
    boolean isOfOneProgrammeAndYear() {
        return programme != null
                && year != null
                && Stream.of(place, decile, asOf).allMatch(Objects::isNull);
    }
}
