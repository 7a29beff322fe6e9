package org.anchors.employment.outcome;

import static org.anchors.employment.outcome.Lives.confirmed;
import static org.anchors.employment.outcome.Lives.day;
import static org.anchors.employment.outcome.Lives.end;
import static org.anchors.employment.outcome.Lives.job;
import static org.anchors.employment.outcome.Lives.stay;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeRuleTest {

    @Test
    void threeMonthsAreSustainedOnceConfirmedAfter91Days() {
        assertEquals(
                day(91), stay(OutcomeRule.THREE_MONTHS, job(0), confirmed(91)).sustainedOn());
        assertNull(stay(OutcomeRule.THREE_MONTHS, job(0), confirmed(89)).sustainedOn());
    }

    @Test
    void threeCalendarMonthsDoWhereTheyAreShorter() {
        var start = new Milestone.JobStart(LocalDate.of(2023, 2, 1), null, null, null, JobKind.EMPLOYED);
        var after89Days = new Milestone.InWorkConfirmed(LocalDate.of(2023, 5, 1));
        assertEquals(
                after89Days.on(),
                stay(OutcomeRule.THREE_MONTHS, start, after89Days).sustainedOn());
    }

    @Test
    void threeMonthsAreCountedFromTheMatureDay() {
        assertEquals(day(91), OutcomeRule.THREE_MONTHS.matures(day(0)));
    }

    @ParameterizedTest
    @CsvSource({"30, 45, true", "30, 46, false", "30, 31, true"})
    void aGapOfUpTo14DaysEndsNoStay(int lastDay, int nextFirstDay, boolean goesOn) {
        var stay = stay(OutcomeRule.THREE_MONTHS, job(0), end(lastDay), job(nextFirstDay), confirmed(100));
        assertEquals(goesOn ? null : day(lastDay), stay.endedOn());
        assertEquals(goesOn ? day(100) : null, stay.sustainedOn());
    }

    @Test
    void aJobThatLastedLongEnoughIsSustainedWithoutAConfirmation() {
        assertEquals(day(200), stay(OutcomeRule.THREE_MONTHS, job(0), end(200)).sustainedOn());
        assertEquals(day(200), stay(OutcomeRule.THREE_MONTHS, job(0), end(200)).endedOn());
    }

    @Test
    void workThatNobodyConfirmedIsNotKnownAndHasNotEnded() {
        var stay = stay(OutcomeRule.THREE_MONTHS, job(0), confirmed(30));
        assertNull(stay.sustainedOn());
        assertNull(stay.endedOn());
        assertEquals(List.of(day(0), day(30)), stay.evidence());
    }

    @Test
    void twoJobsAtOnceAreOneStayUntilBothHaveEnded() {
        var stay = stay(OutcomeRule.THREE_MONTHS, job(0), job(20), end(40), confirmed(95));
        assertNull(stay.endedOn());
        assertEquals(day(95), stay.sustainedOn());
    }

    @Test
    void anEndEndsTheJobOfTheEmployerThatItNames() {
        var start = new Milestone.JobStart(day(0), "mseft", null, null, JobKind.EMPLOYED);
        var second = new Milestone.JobStart(day(10), "eput", null, null, JobKind.EMPLOYED);
        var jobs = Job.of(Lives.history(start, second, new Milestone.JobEnd(day(50), "eput"))
                .milestones());
        assertNull(jobs.get(0).end());
        assertEquals(day(50), jobs.get(1).end());
    }

    @Test
    void ipsTakesAJobAfterFourHoursOfPaidWork() {
        var fourHoursAWeek = new Milestone.JobStart(day(0), null, BigDecimal.valueOf(4), null, JobKind.EMPLOYED);
        assertTrue(Stay.of(Lives.history(fourHoursAWeek, end(5)).milestones(), OutcomeRule.IPS)
                .isEmpty());
        var stay = stay(OutcomeRule.IPS, fourHoursAWeek, end(6));
        assertEquals(day(6), stay.countsFrom());
        assertEquals(day(0), stay.firstStart());
    }

    @Test
    void ipsIsSustainedAfter13WeeksOfWorkWithin16() {
        assertEquals(day(91), stay(OutcomeRule.IPS, job(0), confirmed(91)).sustainedOn());
        assertEquals(
                day(112),
                stay(OutcomeRule.IPS, job(0), end(40), job(61), confirmed(112)).sustainedOn());
        assertNull(
                stay(OutcomeRule.IPS, job(0), end(40), job(62), confirmed(300)).sustainedOn());
    }

    @Test
    void twentySixWeeksOfWorkMayHaveGaps() {
        var stay = stay(OutcomeRule.WORK_26_WEEKS, job(0), end(100), job(200), confirmed(282));
        assertEquals(day(282), stay.sustainedOn());
        assertEquals(day(100), stay.endedOn());
        assertNull(stay(OutcomeRule.WORK_26_WEEKS, job(0), end(100), job(200), confirmed(281))
                .sustainedOn());
    }

    @Test
    void kickstartCountsItsPlacementsOnly() {
        assertTrue(Stay.of(Lives.history(job(0)).milestones(), OutcomeRule.KICKSTART_6_MONTHS)
                .isEmpty());
        var placement = new Milestone.JobStart(day(0), null, BigDecimal.valueOf(25), true, JobKind.KICKSTART_PLACEMENT);
        var sixMonths = LocalDate.of(2023, 7, 1);
        assertEquals(
                sixMonths,
                stay(OutcomeRule.KICKSTART_6_MONTHS, placement, new Milestone.InWorkConfirmed(sixMonths))
                        .sustainedOn());
        assertNull(
                stay(OutcomeRule.KICKSTART_6_MONTHS, placement, new Milestone.InWorkConfirmed(sixMonths.minusDays(1)))
                        .sustainedOn());
    }

    @ParameterizedTest
    @CsvSource({"THREE_MONTHS, 91", "IPS, 91", "WORK_26_WEEKS, 182", "KICKSTART_6_MONTHS, 182"})
    void hasTheHorizonOfItsName(String name, int days) {
        var rule = OutcomeRule.named(name).orElseThrow();
        assertEquals(days, rule.horizon());
        assertEquals(rule, OutcomeRule.of(name, 1).orElseThrow());
    }
}
