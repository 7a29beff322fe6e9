package org.anchors.charter.section;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchors.contracts.event.OutcomeTotalsChanged.Basis;
import org.anchors.contracts.event.OutcomeTotalsChanged.Quality;
import org.anchors.kit.disclosure.Policy;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes of pre-employment programmes in a reporting year (employment.md, Counting). Offers are not jobs and the two are never
 * added up; a total says how many of the programmes it covers.
 *
 * @param upTo id of the newest event that was taken in; absent before the first
 * @param receivedAt when that event was taken in
 * @param programmes those that gave totals for the year
 * @param totals over these programmes
 * @param groups the same for each target group, under a policy that protects, of counts that were rounded for each programme; groups
 *     overlap and are not added up. Absent where none are shown: without such a policy, as known on an instant, and to whoever sees or
 *     writes single people's records
 * @param withoutPeriod programmes whose figures have no period: they are shown, and part of no total
 */
@Schema(name = "EmploymentSection")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Employment(
        @Nullable UUID upTo,
        @Nullable Instant receivedAt,
        List<Programme> programmes,
        Totals totals,
        @Nullable List<Group> groups,
        List<Programme> withoutPeriod) {

    /**
     * One programme's outcomes, over all its cohorts.
     *
     * @param basis counted from records, or given as totals
     * @param quality how exact they are; a lower bound where a cohort does not know a count that another one gives
     * @param suppressed the counts that the disclosure policy keeps back, by name; absent where it keeps nothing back
     */
    @Schema(name = "ProgrammeOutcomes")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Programme(
            String programme,
            String name,
            String provider,
            Basis basis,
            Quality quality,
            @Nullable Long participants,
            @Nullable Long jobOffers,
            @Nullable Long inWork,
            @Nullable Long sustained,
            @Nullable List<String> suppressed) {}

    /**
     * A total over programmes.
     *
     * @param value the sum; absent where none of the programmes gave it
     * @param programmes how many of them it covers
     * @param of how many there are, those of which nothing is told among them
     * @param atLeast whether one of the covered gave a lower bound, so that the true total may be higher
     * @param suppressed true where the disclosure policy keeps the value back; absent where it does not
     */
    @Schema(name = "ProgrammesTotal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Total(
            @Nullable Long value,
            int programmes,
            int of,
            boolean atLeast,
            @Nullable String caveat,
            @Nullable Boolean suppressed) {}

    /**
     * Totals over programmes.
     *
     * @param participants people who started, of the programmes that keep records
     * @param participantsInReturns people who started, of the programmes that give totals only
     */
    @Schema(name = "ProgrammesTotals")
    public record Totals(
            Total participants, Total participantsInReturns, Total jobOffers, Total inWork, Total sustained) {}

    /** Totals of one target group. */
    @Schema(name = "ProgrammesGroup")
    public record Group(String group, Totals totals) {}

    /** The same as a disclosure policy lets it be seen; totals were added up exactly. */
    public Employment seenThrough(Policy policy) {
        var seen = SeenOutcomes.over(programmes, policy);
        return policy.protects()
                ? new Employment(
                        upTo,
                        receivedAt,
                        programmes.stream().map(seen::of).toList(),
                        seen.of(totals),
                        groups == null
                                ? null
                                : groups.stream()
                                        .map(group -> new Group(group.group(), seen.ofGroup(group.totals(), totals)))
                                        .toList(),
                        withoutPeriod.stream().map(seen::alone).toList())
                : withoutGroups();
    }

    /** The same without target groups: two such answers of which one person is a matter would tell that person's flags. */
    public Employment withoutGroups() {
        return new Employment(upTo, receivedAt, programmes, totals, null, withoutPeriod);
    }
}
