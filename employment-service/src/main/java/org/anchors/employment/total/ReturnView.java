package org.anchors.employment.total;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchors.contracts.event.OutcomeTotalsChanged.Quality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A return as it is shown; the other fields are those that were sent.
 *
 * @param revision counts the returns for the same programme and year, from 1; the highest holds
 * @param withdrawn that nothing holds which was returned before; absent otherwise
 */
@Schema(name = "ReturnedOutcomes", description = "Totals as they were returned.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReturnView(
        UUID id,
        String programme,
        @Nullable String period,
        Quality quality,
        Counts totals,
        List<OfGroup> groups,
        int revision,
        Instant returnedAt,
        @Nullable Boolean withdrawn) {

    /** The counts of one group. */
    @Schema(name = "ReturnedOutcomesOfGroup")
    record OfGroup(String group, Counts totals) {}

    static ReturnView of(List<Returned> said) {
        var everyone = said.getFirst();
        return new ReturnView(
                everyone.id(),
                everyone.programme(),
                everyone.period(),
                everyone.quality(),
                everyone.totals(),
                said.stream()
                        .skip(1)
                        .map(one -> new OfGroup(one.group(), one.totals()))
                        .toList(),
                everyone.revision(),
                everyone.returnedAt(),
                everyone.withdrawn() ? Boolean.TRUE : null);
    }
}
