package org.anchors.charter.section;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.anchors.charter.section.Outcome.Counts;
import org.anchors.contracts.event.OutcomeTotalsChanged.Basis;
import org.anchors.contracts.event.OutcomeTotalsChanged.Quality;
import org.anchors.kit.disclosure.Policy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** employment.md, Counting, with the figures of programme-results.csv. */
class EmploymentTest {

    private static final Outcome ACADEMY = outcome("academy", "", Basis.RECORDS, Quality.EXACT, 107, 40, null, 33);
    private static final Outcome AMBITION = outcome("ambition", "", Basis.RETURN, Quality.EXACT, null, 26, null, null);

    @Test
    void aTotalSaysHowManyProgrammesItCovers() {
        var totals = employment(ACADEMY, AMBITION).totals();
        assertEquals(new Employment.Total(33L, 1, 2, false, null, null), totals.sustained());
        assertEquals(66L, totals.jobOffers().value());
        assertEquals(2, totals.jobOffers().programmes());
        assertNotNull(totals.jobOffers().caveat());
        assertEquals(new Employment.Total(null, 0, 2, false, null, null), totals.inWork());
    }

    @Test
    void participantsOfAProgrammeThatGivesTotalsOnlyAreApart() {
        var totals = employment(ACADEMY, outcome("return", "", Basis.RETURN, Quality.ROUNDED, 50, null, null, null))
                .totals();
        assertEquals(107L, totals.participants().value());
        assertEquals(50L, totals.participantsInReturns().value());
    }

    @Test
    void whatACohortDoesNotKnowMakesTheProgrammesCountALowerBound() {
        var employment = employment(
                outcome("academy", "", Basis.RECORDS, Quality.EXACT, 10, 4, null, null),
                outcome("academy", "", Basis.RECORDS, Quality.EXACT, 20, null, null, null));
        assertEquals(Quality.LOWER_BOUND, employment.programmes().getFirst().quality());
        assertEquals(30L, employment.programmes().getFirst().participants());
        assertEquals(4L, employment.programmes().getFirst().jobOffers());
        assertTrue(employment.totals().jobOffers().atLeast());
    }

    @Test
    void recordsGoBeforeAReturnForTheSameProgramme() {
        var employment =
                employment(ACADEMY, outcome("academy", "", Basis.RETURN, Quality.ROUNDED, 110, 40, null, null));
        assertEquals(107L, employment.programmes().getFirst().participants());
        assertEquals(40L, employment.totals().jobOffers().value());
    }

    @Test
    void recordsThatCountNobodyLeaveAReturnStanding() {
        var employment = employment(
                outcome("academy", "", Basis.RECORDS, Quality.EXACT, 0, 0, 0, 0),
                outcome("academy", "", Basis.RETURN, Quality.ROUNDED, 110, 40, null, null));
        assertEquals(110L, employment.programmes().getFirst().participants());
        assertEquals(Basis.RETURN, employment.programmes().getFirst().basis());
        assertEquals(
                0L,
                employment(outcome("academy", "", Basis.RECORDS, Quality.EXACT, 0, 0, 0, 0))
                        .totals()
                        .participants()
                        .value());
    }

    @Test
    void totalsThatWereWithdrawnSayNothing() {
        var employment = employment(
                ACADEMY,
                outcome("halo", "", Basis.RETURN, Quality.EXACT, null, null, null, null),
                outcome("halo", "care-leaver", Basis.RETURN, Quality.ROUNDED, null, null, null, null));
        assertEquals(
                List.of("academy"),
                employment.programmes().stream()
                        .map(Employment.Programme::programme)
                        .toList());
        assertEquals(List.of(), employment.groups());
    }

    @Test
    void groupsAreBesideTheTotalAndNeverInIt() {
        var employment =
                employment(ACADEMY, outcome("academy", "care-leaver", Basis.RECORDS, Quality.EXACT, 12, 5, null, 4));
        assertEquals(107L, employment.totals().participants().value());
        assertEquals("care-leaver", group(employment).group());
        assertEquals(4L, group(employment).totals().sustained().value());
    }

    @Test
    void aTotalOfAGroupSaysThatItAddsUpWhatWasRounded() {
        var sustained = group(employment(
                        ACADEMY,
                        outcome("academy", "carer", Basis.RECORDS, Quality.ROUNDED, 10, null, null, 10),
                        outcome("halo", "carer", Basis.RECORDS, Quality.ROUNDED, 20, null, null, 10)))
                .totals()
                .sustained();
        assertEquals(20L, sustained.value());
        assertTrue(Objects.requireNonNull(sustained.caveat()).contains("rounded to 5 before"));
    }

    @Test
    void groupsOfAReturnGiveWayToRecordsTogetherWithItsTotals() {
        var employment = employment(
                ACADEMY,
                outcome("academy", "", Basis.RETURN, Quality.ROUNDED, 110, 40, null, null),
                outcome("academy", "care-leaver", Basis.RETURN, Quality.ROUNDED, 30, 20, null, 10));
        assertEquals(List.of(), employment.groups());
        var other =
                employment(ACADEMY, outcome("halo", "care-leaver", Basis.RETURN, Quality.ROUNDED, 30, 20, null, 10));
        assertEquals(10L, group(other).totals().sustained().value());
    }

    @Test
    void aTotalKnowsOfProgrammesThatToldNothing() {
        var employment = OutcomeSums.section(null, List.of(ACADEMY), Set.of("academy", "halo", "ambition"));
        assertEquals(1, employment.totals().sustained().programmes());
        assertEquals(3, employment.totals().sustained().of());
    }

    @Test
    void figuresWithoutAPeriodAreShownAndPartOfNoTotal() {
        var halo = new Outcome(
                "halo",
                "Halo",
                "mseft",
                0,
                "",
                Basis.RETURN,
                Quality.PERIOD_NOT_STATED,
                new Counts(30, null, 12, null));
        var employment = employment(ACADEMY, halo);
        assertEquals(1, employment.programmes().size());
        assertNull(employment.totals().inWork().value());
        assertEquals("halo", employment.withoutPeriod().getFirst().programme());
    }

    /** reporting.md, Small numbers: totals are computed first and then rounded. */
    @Test
    void aPolicyRoundsEachCountAndKeepsSmallOnesBack() {
        var seen = employment(
                        ACADEMY,
                        outcome("small", "", Basis.RECORDS, Quality.EXACT, 7, 0, null, 6),
                        outcome("academy", "care-leaver", Basis.RECORDS, Quality.EXACT, 12, 5, null, 4))
                .seenThrough(Policy.HES);
        var academy = seen.programmes().getFirst();
        assertEquals(List.of(40L, 35L), List.of(academy.jobOffers(), academy.sustained()));
        // About 115 without about 105 would be 6 or 7.
        assertEquals(List.of("participants"), academy.suppressed());
        var small = seen.programmes().getLast();
        assertNull(small.participants());
        assertEquals(0L, small.jobOffers());
        assertEquals(List.of("participants", "sustained"), small.suppressed());
        // 107 and 7 are 114: 115, where the rounded ones would be 105 and a star.
        assertEquals(115L, seen.totals().participants().value());
        assertNull(seen.totals().participants().suppressed());
        assertEquals(Boolean.TRUE, group(seen).totals().sustained().suppressed());
        assertNull(group(seen).totals().sustained().value());
    }

    /** 14 would be shown as 15, which is 13 at least; of two that are at most 7 each, none would be less than 6. */
    @Test
    void aTotalThatTellsOfSmallCountsIsKeptBackToo() {
        var totals = employment(
                        outcome("small", "", Basis.RECORDS, Quality.EXACT, 7, 5, null, null),
                        outcome("other", "", Basis.RECORDS, Quality.EXACT, 7, 5, null, null),
                        outcome("return", "", Basis.RETURN, Quality.EXACT, 30, null, null, null))
                .seenThrough(Policy.HES)
                .totals();
        assertNull(totals.participants().value());
        assertEquals(Boolean.TRUE, totals.participants().suppressed());
        assertEquals(30L, totals.participantsInReturns().value());
        assertEquals(10L, totals.jobOffers().value());
    }

    @Test
    void showsGroupsUnderAPolicyThatProtectsOnly() {
        var exact =
                employment(ACADEMY, outcome("academy", "care-leaver", Basis.RECORDS, Quality.ROUNDED, 10, 0, null, 30));
        assertNull(exact.seenThrough(Policy.NONE).groups());
        var group = group(exact.seenThrough(Policy.HES)).totals();
        assertEquals(10L, group.participants().value());
        assertEquals(Boolean.TRUE, group.jobOffers().suppressed());
        // 3 of 33 are left.
        assertEquals(Boolean.TRUE, group.sustained().suppressed());
        assertNull(group.sustained().value());
    }

    private static Employment.Group group(Employment employment) {
        return Objects.requireNonNull(employment.groups()).getFirst();
    }

    private static Employment employment(Outcome... outcomes) {
        return OutcomeSums.section(null, List.of(outcomes), Set.of());
    }

    private static Outcome outcome(
            String programme,
            String group,
            Basis basis,
            Quality quality,
            @Nullable Integer participants,
            @Nullable Integer offers,
            @Nullable Integer inWork,
            @Nullable Integer sustained) {
        return new Outcome(
                programme,
                programme,
                "mse-icb",
                2022,
                group,
                basis,
                quality,
                new Counts(participants, offers, inWork, sustained));
    }
}
