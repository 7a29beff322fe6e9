package org.anchors.employment.outcome;

import static org.anchors.employment.outcome.Lives.confirmed;
import static org.anchors.employment.outcome.Lives.day;
import static org.anchors.employment.outcome.Lives.end;
import static org.anchors.employment.outcome.Lives.job;
import static org.anchors.employment.outcome.Lives.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderCheckTest {

    @Test
    void findsNothingInAnOrdinaryLife() {
        var life = Stream.concat(Lives.untilWork(), Stream.of(job(0), confirmed(30), end(100), job(110)));
        assertEquals(List.of(), rules(life.toArray(Milestone[]::new)));
    }

    @Test
    void refusesWhatCannotHaveHappenedInThisOrder() {
        var referred = new Milestone.Referred(day(0));
        assertEquals(List.of("error job-before-referral"), rules(referred, job(-1)));
        assertEquals(List.of("error started-before-referral"), rules(referred, new Milestone.Started(day(-1))));
        assertEquals(List.of("error offer-before-referral"), rules(referred, new Milestone.JobOffer(day(-1), null)));
        assertEquals(
                List.of("error completed-before-start"),
                rules(new Milestone.Started(day(5)), new Milestone.Completed(day(4))));
        assertEquals(
                List.of("error left-before-start"),
                rules(new Milestone.Started(day(5)), new Milestone.LeftEarly(day(4), null)));
        assertEquals(List.of("error end-before-start"), rules(job(10), end(9)));
        assertEquals(List.of("error confirmed-before-job"), rules(job(10), confirmed(9)));
    }

    @Test
    void takesTwoMilestonesOfOneDay() {
        assertEquals(List.of(), rules(new Milestone.Referred(day(0)), new Milestone.Started(day(0)), job(0), end(0)));
    }

    @Test
    void asksAboutWhatHardlyHappens() {
        assertEquals(List.of("query job-before-offer"), rules(job(0), new Milestone.JobOffer(day(3), null)));
        assertEquals(List.of("query job-before-start"), rules(job(0), new Milestone.Started(day(3))));
        assertEquals(List.of("query end-without-start"), rules(job(0), end(3), end(4)));
        assertEquals(
                List.of("query long-after-referral"),
                rules(new Milestone.Referred(day(0)), new Milestone.Started(day(1_100))));
        assertEquals(
                List.of("query completed-and-left-early"),
                rules(new Milestone.Completed(day(1)), new Milestone.LeftEarly(day(2), Milestone.Reason.HEALTH)));
    }

    @Test
    void refusesTheEndOfAJobBeforeItsStartWhateverOtherJobsThereWere() {
        var first = new Milestone.JobStart(day(0), "mseft", null, null, JobKind.EMPLOYED);
        var second = new Milestone.JobStart(day(50), "eput", null, null, JobKind.EMPLOYED);
        assertEquals(List.of("error end-before-start"), rules(first, new Milestone.JobEnd(day(30), "eput"), second));
        assertEquals(List.of("query end-without-start"), rules(first, new Milestone.JobEnd(day(30), "ecc"), second));
        assertEquals(List.of(), rules(first, new Milestone.JobEnd(day(30), "mseft"), second));
    }

    @Test
    void asksAboutWorkAfterTheLastEnd() {
        assertEquals(List.of("query confirmed-without-job"), rules(job(0), end(30), confirmed(95)));
        assertEquals(List.of(), rules(job(0), end(30), job(40), confirmed(95)));
    }

    @Test
    void asksAboutACorrectionOfNothing() {
        var right = new Entry(
                new Entry.Identity(Milestone.Kind.JOB_START, day(3), "2"),
                job(3),
                new Entry.Identity(Milestone.Kind.JOB_START, day(0), ""),
                false);
        var wrong = Entry.of(job(0), "");
        assertEquals(List.of("corrects-nothing"), found(List.of(right)));
        assertEquals(List.of(), found(List.of(right, wrong)));
    }

    private static List<String> found(List<Entry> entries) {
        return OrderCheck.of(History.of(entries)).stream()
                .map(OrderCheck.Finding::rule)
                .toList();
    }

    @Test
    void missesNothingThatMayStillArrive() {
        assertEquals(List.of(), rules(job(0)));
        assertEquals(List.of(), rules(end(0)));
    }
}
