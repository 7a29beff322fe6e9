package org.anchors.charter.consolidated;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who has reported, of those who were expected to.
 *
 * @param expected how many were expected to report
 * @param drafted how many have a draft and have not submitted; 0 in a report as it was known at an instant, which drafts are not
 * @param submitted how many have submitted
 * @param onTime how many of them did by the day they were due
 * @param late how many of them came after the day they were due
 * @param returned how many were asked to mend theirs and have not yet
 * @param accepted how many reports have been accepted
 * @param missing keys of those that have not submitted, in order
 * @param notExpected keys of others that have reported, in order, such as who withdrew from the charter later: their reports
 *     are part of the figures; absent where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Completeness(
        int expected,
        int drafted,
        int submitted,
        int onTime,
        int late,
        int returned,
        int accepted,
        List<String> missing,
        @Nullable List<String> notExpected) {

    /** How many organisations there can be figures of: those that were expected to report, and others that have. */
    int partners() {
        return expected + others().size();
    }

    /** The keys of all that it names. */
    public List<String> named() {
        return Stream.concat(missing.stream(), others().stream()).toList();
    }

    /** The keys of those that have reported and were not expected to. */
    public List<String> others() {
        return notExpected == null ? List.of() : notExpected;
    }

    Completeness withDrafted(int drafts) {
        return new Completeness(expected, drafts, submitted, onTime, late, returned, accepted, missing, notExpected);
    }

    static Completeness of(List<Standing> standings, List<String> notExpected) {
        return new Completeness(
                standings.size(),
                count(standings, standing -> standing.state() == Standing.State.DRAFTED),
                count(standings, Standing::hasReported),
                count(standings, standing -> standing.hasReported() && !standing.isLate()),
                count(standings, Standing::isLate),
                count(standings, standing -> standing.state() == Standing.State.RETURNED),
                count(standings, standing -> standing.state() == Standing.State.ACCEPTED),
                standings.stream()
                        .filter(standing -> !standing.hasReported())
                        .map(Standing::organisation)
                        .toList(),
                notExpected.isEmpty() ? null : notExpected);
    }

    private static int count(List<Standing> standings, Predicate<Standing> which) {
        return (int) standings.stream().filter(which).count();
    }
}
