package org.anchors.charter.section;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 *     overlap and are not added up. Absent where none
 *     are shown: without such a policy, as known on an instant, and to whoever sees single people's records
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

    private static final String TWICE =
            "It may hold people twice: programmes do not know of each other's participants.";

    private static final String ROUNDED_APART =
            TWICE + " Each programme's count was rounded to 5 before they were added up.";

    /**
     * The section.
     *
     * @param registered the programmes that had been registered to begin in the year or before
     */
    static Employment of(Receipts.@Nullable Newest newest, List<Outcome> all, Set<String> registered) {
        var outcomes = Outcome.chosen(all);
        var programmes = programmes(outcomes, "", true);
        var known = new HashSet<>(registered);
        programmes.forEach(programme -> known.add(programme.programme()));
        var groups = outcomes.stream()
                .filter(outcome -> outcome.year() != 0)
                .map(Outcome::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .sorted();
        return new Employment(
                newest == null ? null : newest.event(),
                newest == null ? null : newest.receivedAt(),
                programmes,
                totals(programmes, known.size(), TWICE),
                groups.map(group -> new Group(
                                group, totals(programmes(outcomes, group, true), known.size(), ROUNDED_APART)))
                        .toList(),
                programmes(outcomes, "", false));
    }

    static List<Programme> programmes(List<Outcome> outcomes, String group, boolean inYear) {
        return outcomes.stream()
                .filter(outcome -> outcome.group().equals(group) && (outcome.year() != 0) == inYear)
                .collect(Collectors.groupingBy(Outcome::programme, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Employment::programme)
                .toList();
    }

    private static Programme programme(List<Outcome> outcomes) {
        var any = outcomes.getLast();
        return new Programme(
                any.programme(),
                any.name(),
                any.provider(),
                any.basis(),
                quality(outcomes),
                sum(outcomes, Outcome.Counts::participants),
                sum(outcomes, Outcome.Counts::jobOffers),
                sum(outcomes, Outcome.Counts::inWork),
                sum(outcomes, Outcome.Counts::sustained),
                null);
    }

    private static Quality quality(List<Outcome> outcomes) {
        var stated = outcomes.stream().map(Outcome::quality);
        var known = isPartlyUnknown(outcomes) ? Stream.of(Quality.LOWER_BOUND) : Stream.<Quality>empty();
        return Stream.concat(stated, known)
                .max(Comparator.comparingInt(Employment::inexactness))
                .orElseThrow();
    }

    private static int inexactness(Quality quality) {
        return switch (quality) {
            case EXACT -> 0;
            case ROUNDED -> 1;
            case LOWER_BOUND -> 2;
            case PERIOD_NOT_STATED -> 3;
        };
    }

    private static boolean isPartlyUnknown(List<Outcome> outcomes) {
        return List.<Function<Outcome.Counts, @Nullable Integer>>of(
                        Outcome.Counts::participants,
                        Outcome.Counts::jobOffers,
                        Outcome.Counts::inWork,
                        Outcome.Counts::sustained)
                .stream()
                .map(count -> outcomes.stream()
                        .filter(outcome -> count.apply(outcome.counts()) != null)
                        .count())
                .anyMatch(known -> known > 0 && known < outcomes.size());
    }

    private static @Nullable Long sum(List<Outcome> outcomes, Function<Outcome.Counts, @Nullable Integer> count) {
        return outcomes.stream()
                .map(outcome -> count.apply(outcome.counts()))
                .filter(Objects::nonNull)
                .map(Integer::longValue)
                .reduce(Long::sum)
                .orElse(null);
    }

    private static Totals totals(List<Programme> programmes, int of, String caveat) {
        return new Totals(
                total(having(programmes, Basis.RECORDS), of, caveat, Programme::participants),
                total(having(programmes, Basis.RETURN), of, caveat, Programme::participants),
                total(programmes, of, caveat, Programme::jobOffers),
                total(programmes, of, caveat, Programme::inWork),
                total(programmes, of, caveat, Programme::sustained));
    }

    private static List<Programme> having(Collection<Programme> programmes, Basis basis) {
        return programmes.stream()
                .filter(programme -> programme.basis() == basis)
                .toList();
    }

    private static Total total(
            List<Programme> programmes, int of, String caveat, Function<Programme, @Nullable Long> count) {
        var covered = programmes.stream()
                .filter(programme -> count.apply(programme) != null)
                .toList();
        return new Total(
                covered.stream()
                        .map(count)
                        .filter(Objects::nonNull)
                        .reduce(Long::sum)
                        .orElse(null),
                covered.size(),
                of,
                covered.stream().anyMatch(programme -> programme.quality() == Quality.LOWER_BOUND),
                covered.size() > 1 ? caveat : null,
                null);
    }
}
