package org.anchors.socialvalue.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** scoring.md: what is claimed twice for the same person or pound, and may not be. */
class DoubleCountingTest {

    @Test
    void letsMeasuresStandTogetherOfWhichOneStacksWithTheOther() {
        assertEquals(
                List.of(),
                twice(Given.commitment("APPRENTICE", "1", 1, "ann"), Given.commitment("JOB", "1", 1, "ann")));
    }

    @Test
    void findsMeasuresThatDoNotStack() {
        assertEquals(
                List.of(new DoubleCounting.Twice(2, 0)),
                twice(
                        Given.commitment("JOB", "1", 1, "ann"),
                        Given.commitment("APPRENTICE", "1", 1, "ann"),
                        Given.commitment("TREES", "1", 2, "ann")));
    }

    @Test
    void findsTheSameMeasureTwiceInOneYearOnly() {
        assertEquals(
                List.of(new DoubleCounting.Twice(2, 0)),
                twice(
                        Given.commitment("JOB", "1", 1, "ann"),
                        Given.commitment("JOB", "1", 2, "ann"),
                        Given.commitment("JOB", "1", 1, "ann")));
    }

    @Test
    void takesABeneficiaryForTheSameHoweverItIsWritten() {
        assertEquals(
                List.of(new DoubleCounting.Twice(1, 0)),
                twice(Given.commitment("JOB", "1", 1, "Post 17"), Given.commitment("JOB", "1", 1, " post  17")));
    }

    @Test
    void takesCommitmentsOfOthersOrOfNobodyNamedForDifferentOnes() {
        assertEquals(
                List.of(),
                twice(
                        Given.commitment("JOB", "1", 1, "ann"),
                        Given.commitment("TREES", "1", 1, "bea"),
                        Given.commitment("JOB", "1", 1),
                        Given.commitment("TREES", "1", 1)));
    }

    private static List<DoubleCounting.Twice> twice(Commitment... commitments) {
        return DoubleCounting.in(List.of(commitments), Given.CATALOGUE);
    }
}
