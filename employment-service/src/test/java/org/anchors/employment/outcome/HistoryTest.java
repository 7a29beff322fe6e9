package org.anchors.employment.outcome;

import static org.anchors.employment.outcome.Lives.day;
import static org.anchors.employment.outcome.Lives.job;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchors.employment.outcome.Entry.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryTest {

    @Test
    void takesTheSameRecordOnce() {
        var referred = Entry.of(new Milestone.Referred(day(0)), "1");
        assertEquals(List.of(referred), History.of(List.of(referred, referred)).effective());
    }

    @Test
    void takesACorrectionInPlaceOfWhatItCorrects() {
        var wrong = Entry.of(job(0), "1");
        var right = correcting(wrong, job(7), "2");
        assertEquals(List.of(right), History.of(List.of(wrong, right)).effective());
        assertEquals(List.of(right), History.of(List.of(right, wrong)).effective());
    }

    @Test
    void countsNothingOfWhatWasWithdrawn() {
        var wrong = Entry.of(job(0), "1");
        var withdrawal = new Entry(wrong.identity(), wrong.milestone(), wrong.identity(), true);
        assertEquals(List.of(), History.of(List.of(withdrawal, wrong)).effective());
    }

    @Test
    void doesNotReturnToWhatWasCorrectedWhenTheCorrectionIsCorrected() {
        var first = Entry.of(job(0), "1");
        var second = correcting(first, job(7), "2");
        var third = correcting(second, job(9), "3");
        assertEquals(List.of(third), History.of(List.of(third, first, second)).effective());
    }

    /** Ordered at random, sent twice and corrected, a life comes to the same outcome as it was in truth. */
    @ParameterizedTest
    @MethodSource("seeds")
    void givesTheSameOutcomeHoweverARecordArrives(long seed) {
        var random = new Random(seed);
        var truth = life(random);
        var stream = new ArrayList<>(disturbed(truth, random));
        for (var rule : OutcomeRules.released().all()) {
            assertEquals(Journey.of(History.of(truth), rule), Journey.of(History.of(stream), rule));
        }
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 1_000).mapToObj(Long::valueOf);
    }

    private static List<Entry> life(Random random) {
        var milestones = new ArrayList<Milestone>(Lives.untilWork().toList());
        var on = 0;
        for (var jobs = random.nextInt(4); jobs > 0; jobs--) {
            milestones.add(job(on));
            on += 1 + random.nextInt(120);
            milestones.add(random.nextBoolean() ? Lives.confirmed(on) : Lives.end(on));
            on += 1 + random.nextInt(30);
        }
        return IntStream.range(0, milestones.size())
                .mapToObj(index -> Entry.of(milestones.get(index), "final-" + index))
                .toList();
    }

    /** The records of a life with mistakes that the true ones correct, some of them twice, in no order. */
    private static List<Entry> disturbed(List<Entry> truth, Random random) {
        var stream = new ArrayList<Entry>();
        for (var entry : truth) {
            if (random.nextInt(3) == 0) {
                var wrong = Entry.of(new Milestone.Referred(day(random.nextInt(500) - 250)), "wrong-" + stream.size());
                stream.add(wrong);
                stream.add(new Entry(entry.identity(), entry.milestone(), wrong.identity(), false));
            } else {
                stream.add(entry);
            }
            if (random.nextInt(5) == 0) {
                var invented = Entry.of(job(random.nextInt(90)), "invented-" + stream.size());
                stream.add(invented);
                stream.add(new Entry(invented.identity(), invented.milestone(), invented.identity(), true));
            }
        }
        stream.addAll(stream.stream().filter(entry -> random.nextBoolean()).toList());
        Collections.shuffle(stream, random);
        return stream;
    }

    private static Entry correcting(Entry wrong, Milestone right, String record) {
        return new Entry(new Identity(right.kind(), right.on(), record), right, wrong.identity(), false);
    }
}
