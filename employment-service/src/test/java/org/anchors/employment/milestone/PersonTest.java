package org.anchors.employment.milestone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.anchors.employment.outcome.Entry;
import org.anchors.employment.outcome.JobKind;
import org.anchors.employment.outcome.Milestone;
import org.anchors.employment.outcome.OrderCheck;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of some new rows is refused where they bring a person's records out of order. */
class PersonTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2022, 1, 1);

    private final Entry started = Entry.of(new Milestone.Started(NEW_YEAR.plusDays(4)), "s1");
    private final Entry job = Entry.of(job(9), "j1");
    private final Entry end = Entry.of(new Milestone.JobEnd(NEW_YEAR.plusDays(31), null), "e1");
    private final Entry nextJob = Entry.of(job(59), "j2");

    @Test
    void refusesTheWithdrawalThatBringsStoredRecordsOutOfOrderAndNoOtherCorrection() {
        var moved = correcting(started, new Milestone.Started(NEW_YEAR.plusDays(3)), "s1b");
        assertEquals(List.of("2 end-before-start"), refused(moved, withdrawing(job)));
        assertEquals(List.of("1 end-before-start"), refused(withdrawing(job), moved));
    }

    @Test
    void refusesOneOfTwoWithdrawalsWhereEitherByItselfIsInOrder() {
        var before = Entry.of(job(5), "j0");
        assertEquals(
                List.of("2 end-before-start"),
                refused(List.of(started, before, job, end, nextJob), withdrawing(before), withdrawing(job)));
    }

    @Test
    void refusesEveryCorrectionThatByItselfBringsStoredRecordsOutOfOrder() {
        var later = correcting(job, job(39), "j1b");
        assertEquals(
                List.of("1 end-before-start", "2 end-before-start"),
                refused(List.of(started, job, end), later, correcting(job, job(49), "j1c")));
        assertEquals(
                List.of("1 end-before-start", "3 end-before-start"),
                refused(
                        withdrawing(job),
                        correcting(started, new Milestone.Started(NEW_YEAR.plusDays(3)), "s1b"),
                        withdrawing(job)));
    }

    @Test
    void takesANewRecordThatIsInOrderOnceTheCorrectionIsRefused() {
        var sameEnd = Entry.of(new Milestone.JobEnd(NEW_YEAR.plusDays(40), null), "e2");
        assertEquals(List.of("2 end-before-start"), refused(sameEnd, withdrawing(job)));
    }

    /** A job that was inferred from a confirmation is none any more when another one is recorded that it may be about. */
    @Test
    void refusesANewRecordThatBringsStoredOnesOutOfOrderAndNoCorrectionForIt() {
        var stored = List.of(
                started,
                Entry.of(job(5, "mseft"), "j1"),
                Entry.of(new Milestone.JobEnd(NEW_YEAR.plusDays(6), "mseft"), "e1"),
                Entry.of(new Milestone.InWorkConfirmed(NEW_YEAR.plusDays(10)), "c1"),
                Entry.of(new Milestone.JobEnd(NEW_YEAR.plusDays(20), "eput"), "e2"),
                Entry.of(job(30, "eput"), "j2"));
        var moved = correcting(started, new Milestone.Started(NEW_YEAR.plusDays(3)), "s1b");
        var other = Entry.of(job(8, "other"), "j3");
        assertEquals(List.of(), refused(stored, moved));
        assertEquals(List.of("2 end-before-start"), refused(stored, moved, other));
        assertEquals(List.of("1 end-before-start"), refused(stored, other, moved));
    }

    private List<String> refused(Entry... sent) {
        return refused(List.of(started, job, end, nextJob), sent);
    }

    private static List<String> refused(List<Entry> stored, Entry... sent) {
        var refused = new Refused();
        var person = new Person(1, "programme", 1);
        stored.forEach(entry -> person.add(new Person.Line(null, entry), refused));
        for (var row = 1; row <= sent.length; row++) {
            person.add(new Person.Line(row, sent[row - 1]), refused);
        }
        person.sound(refused);
        return refused.rows;
    }

    private static Milestone.JobStart job(int on) {
        return job(on, null);
    }

    private static Milestone.JobStart job(int on, @Nullable String employer) {
        return new Milestone.JobStart(NEW_YEAR.plusDays(on), employer, null, null, JobKind.EMPLOYED);
    }

    private static Entry correcting(Entry entry, Milestone by, String record) {
        return new Entry(new Entry.Identity(by.kind(), by.on(), record), by, entry.identity(), false);
    }

    private static Entry withdrawing(Entry entry) {
        return new Entry(entry.identity(), entry.milestone(), entry.identity(), true);
    }

    private static final class Refused implements Folding.Findings {
        private final List<String> rows = new ArrayList<>();

        @Override
        public void error(Folding.On on, OrderCheck.Finding finding) {
            rows.add(on.row() + " " + finding.rule());
        }

        @Override
        public void query(Folding.On on, OrderCheck.Finding finding) {}

        @Override
        public void tooMany(int row) {
            rows.add(row + " too many");
        }
    }
}
