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
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeRuleTest {

    private static final OutcomeRule THREE_MONTHS = rule("THREE_MONTHS");
    private static final OutcomeRule IPS = rule("IPS");
    private static final OutcomeRule WORK_26_WEEKS = rule("WORK_26_WEEKS");
    private static final OutcomeRule KICKSTART_6_MONTHS = rule("KICKSTART_6_MONTHS");

    private static OutcomeRule rule(String name) {
        return OutcomeRules.released().of(name, 1).orElseThrow();
    }

    @Test
    void threeMonthsAreSustainedOnceConfirmedAfter91Days() {
        assertEquals(day(91), stay(THREE_MONTHS, job(0), confirmed(91)).sustainedOn());
        assertNull(stay(THREE_MONTHS, job(0), confirmed(89)).sustainedOn());
    }

    @Test
    void threeCalendarMonthsDoWhereTheyAreShorter() {
        var start = new Milestone.JobStart(LocalDate.of(2023, 2, 1), null, null, null, JobKind.EMPLOYED);
        var after89Days = new Milestone.InWorkConfirmed(LocalDate.of(2023, 5, 1));
        assertEquals(after89Days.on(), stay(THREE_MONTHS, start, after89Days).sustainedOn());
    }

    @Test
    void threeMonthsAreCountedFromTheMatureDay() {
        assertEquals(day(91), THREE_MONTHS.matures(day(0)));
    }

    @ParameterizedTest
    @CsvSource({"30, 45, true", "30, 46, false", "30, 31, true"})
    void aGapOfUpTo14DaysEndsNoStay(int lastDay, int nextFirstDay, boolean goesOn) {
        var stay = stay(THREE_MONTHS, job(0), end(lastDay), job(nextFirstDay), confirmed(100));
        assertEquals(goesOn ? null : day(lastDay), stay.endedOn());
        assertEquals(goesOn ? day(100) : null, stay.sustainedOn());
    }

    @Test
    void aJobThatLastedLongEnoughIsSustainedWithoutAConfirmation() {
        assertEquals(day(200), stay(THREE_MONTHS, job(0), end(200)).sustainedOn());
        assertEquals(day(200), stay(THREE_MONTHS, job(0), end(200)).endedOn());
    }

    @Test
    void workThatNobodyConfirmedIsNotKnownAndHasNotEnded() {
        var stay = stay(THREE_MONTHS, job(0), confirmed(30));
        assertNull(stay.sustainedOn());
        assertNull(stay.endedOn());
        assertEquals(List.of(day(0), day(30)), stay.evidence());
    }

    @Test
    void twoJobsAtOnceAreOneStayUntilBothHaveEnded() {
        var stay = stay(THREE_MONTHS, job(0), job(20), end(40), confirmed(95));
        assertNull(stay.endedOn());
        assertEquals(day(95), stay.sustainedOn());
    }

    @Test
    void anEndEndsTheJobOfTheEmployerThatItNames() {
        var start = new Milestone.JobStart(day(0), "mseft", null, null, JobKind.EMPLOYED);
        var second = new Milestone.JobStart(day(10), "eput", null, null, JobKind.EMPLOYED);
        var jobs = Jobs.of(Lives.history(start, second, new Milestone.JobEnd(day(50), "eput"))
                        .milestones())
                .all();
        assertNull(jobs.get(0).end());
        assertEquals(day(50), jobs.get(1).end());
    }

    @Test
    void ipsTakesAJobAfterFourHoursOfPaidWork() {
        var fourHoursAWeek = new Milestone.JobStart(day(0), null, BigDecimal.valueOf(4), null, JobKind.EMPLOYED);
        assertTrue(
                Stay.of(Lives.history(fourHoursAWeek, end(5)).milestones(), IPS).isEmpty());
        var stay = stay(IPS, fourHoursAWeek, end(6));
        assertEquals(day(6), stay.countsFrom());
        assertEquals(day(0), stay.firstStart());
    }

    @Test
    void ipsIsSustainedAfter13WeeksOfWorkWithin16() {
        assertEquals(day(90), stay(IPS, job(0), confirmed(90)).sustainedOn());
        assertNull(stay(IPS, job(0), confirmed(89)).sustainedOn());
        assertEquals(
                day(112), stay(IPS, job(0), end(40), job(61), confirmed(112)).sustainedOn());
        assertNull(stay(IPS, job(0), end(40), job(63), confirmed(300)).sustainedOn());
    }

    @Test
    void twentySixWeeksOfWorkMayHaveGaps() {
        var stay = stay(WORK_26_WEEKS, job(0), end(100), job(200), confirmed(280));
        assertEquals(day(280), stay.sustainedOn());
        assertEquals(day(100), stay.endedOn());
        assertNull(
                stay(WORK_26_WEEKS, job(0), end(100), job(200), confirmed(279)).sustainedOn());
    }

    @Test
    void kickstartCountsItsPlacementsOnly() {
        assertTrue(
                Stay.of(Lives.history(job(0)).milestones(), KICKSTART_6_MONTHS).isEmpty());
        var placement = new Milestone.JobStart(day(0), null, BigDecimal.valueOf(25), true, JobKind.KICKSTART_PLACEMENT);
        var sixMonths = LocalDate.of(2023, 7, 1);
        assertEquals(
                sixMonths,
                stay(KICKSTART_6_MONTHS, placement, new Milestone.InWorkConfirmed(sixMonths))
                        .sustainedOn());
        assertNull(stay(KICKSTART_6_MONTHS, placement, new Milestone.InWorkConfirmed(sixMonths.minusDays(1)))
                .sustainedOn());
    }

    @ParameterizedTest
    @CsvSource({"THREE_MONTHS, 91", "IPS, 91", "WORK_26_WEEKS, 182", "KICKSTART_6_MONTHS, 182"})
    void hasTheHorizonOfItsName(String name, int days) {
        assertEquals(days, rule(name).horizon());
    }

    /** Only when its window is over is it known that somebody did not meet a rule. */
    @ParameterizedTest
    @CsvSource({
        "THREE_MONTHS, 2023-04-02",
        "IPS, 2023-04-23",
        "WORK_26_WEEKS, 2024-12-29",
        "KICKSTART_6_MONTHS, 2023-07-01"
    })
    void maturesWhenTheTimeForItIsOver(String name, LocalDate day) {
        assertEquals(day, rule(name).matures(day(0)));
    }

    /** Whichever of them ended, nobody knows whether the other did. */
    @ParameterizedTest
    @ValueSource(strings = {"mseft", "eput"})
    void twoJobsSideBySideOfWhichOneEndedHaveNotEnded(String ended) {
        var stay = stay(THREE_MONTHS, jobWith("mseft", 0), jobWith("eput", 9), endOf(ended, 40));
        assertNull(stay.endedOn());
        assertNull(stay.sustainedOn());
        assertEquals(day(40), stay.evidence().getLast());
    }

    @Test
    void twoJobsSideBySideHaveEndedWhenBothHave() {
        var stay = stay(THREE_MONTHS, jobWith("mseft", 0), jobWith("eput", 9), endOf("eput", 40), endOf("mseft", 50));
        assertEquals(day(50), stay.endedOn());
    }

    /** Nobody recorded whether the job before went on, so the end of the next one may not be the end of work. */
    @Test
    void aMoveHasEndedWithTheNextJobWhereTheEndOfTheOneBeforeWasRecorded() {
        var before = jobWith("mseft", 0);
        var next = jobWith("eput", 10);
        assertNull(stay(THREE_MONTHS, before, confirmed(7), next, endOf("eput", 40))
                .endedOn());
        assertEquals(
                day(40),
                stay(THREE_MONTHS, before, endOf("mseft", 8), next, endOf("eput", 40))
                        .endedOn());
    }

    /** A stay that went on without a gap is sustained, though it is not known whether it has ended since. */
    @Test
    void aJobThatNobodySawEndHidesNoSuccess() {
        var stay = stay(THREE_MONTHS, jobWith("mseft", 0), jobWith("eput", 9), endOf("eput", 95));
        assertEquals(day(95), stay.sustainedOn());
        assertNull(stay.endedOn());
    }

    private static Milestone jobWith(String employer, int on) {
        return new Milestone.JobStart(day(on), employer, null, null, JobKind.EMPLOYED);
    }

    private static Milestone endOf(String employer, int on) {
        return new Milestone.JobEnd(day(on), employer);
    }

    @Test
    void aFurtherJobSaysNothingOfTheTimeBetween() {
        var stay = stay(THREE_MONTHS, job(0), job(150), confirmed(160));
        assertNull(stay.sustainedOn());
        assertNull(stay.endedOn());
        assertEquals(List.of(day(0)), stay.evidence());
        assertEquals(day(95), stay(THREE_MONTHS, job(0), confirmed(85), job(95)).sustainedOn());
    }

    @Test
    void aConfirmationAfterTheLastEndIsAboutAnotherJob() {
        assertEquals(day(95), stay(THREE_MONTHS, job(0), end(84), confirmed(95)).sustainedOn());
        var gap = stay(THREE_MONTHS, job(0), end(30), confirmed(95));
        assertNull(gap.sustainedOn());
        assertEquals(day(30), gap.endedOn());
    }

    /** It is the usual way out of a placement, of which nobody recorded the end. */
    @Test
    void aConfirmationIsAboutTheJobThatBeganLastThoughThatOneDoesNotCount() {
        var placement = new Milestone.JobStart(day(0), "mseft", null, true, JobKind.KICKSTART_PLACEMENT);
        var job = new Milestone.JobStart(day(59), "eput", null, true, JobKind.EMPLOYED);
        var stay = stay(KICKSTART_6_MONTHS, placement, job, confirmed(195));
        assertNull(stay.sustainedOn());
        assertNull(stay.endedOn());
        assertEquals(List.of(day(0)), stay.evidence());
    }

    @Test
    void aConfirmationIsAboutEachOfTheJobsThatBeganOnOneDay() {
        var placement = new Milestone.JobStart(day(0), "mseft", null, true, JobKind.KICKSTART_PLACEMENT);
        var stay = stay(KICKSTART_6_MONTHS, job(0), placement, confirmed(195));
        assertEquals(day(195), stay.sustainedOn());
    }

    @Test
    void countsSingleDaysOfWork() {
        var days = IntStream.range(0, 13)
                .boxed()
                .flatMap(week -> Stream.of(job(week * 7), end(week * 7)))
                .toArray(Milestone[]::new);
        var thirteen = new OutcomeRule(
                "DAYS",
                1,
                day(0),
                null,
                Set.of(JobKind.EMPLOYED),
                null,
                new OutcomeRule.Lasting.Altogether(13, 85),
                14);
        assertEquals(day(84), stay(thirteen, days).sustainedOn());
        var aDayLess = new OutcomeRule(
                "DAYS",
                1,
                day(0),
                null,
                Set.of(JobKind.EMPLOYED),
                null,
                new OutcomeRule.Lasting.Altogether(13, 84),
                14);
        assertNull(stay(aDayLess, days).sustainedOn());
    }
}
