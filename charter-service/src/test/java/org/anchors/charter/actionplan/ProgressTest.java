package org.anchors.charter.actionplan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Optional;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.indicator.Indicator.Direction;
import org.anchors.charter.indicator.Kind;
import org.anchors.contracts.event.AnnualReportSubmitted.State;
import org.anchors.kit.edge.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report shows progress against the plan: met or not by the direction in which the indicator gets better. */
class ProgressTest {

    @ParameterizedTest
    @CsvSource({
        "UP, 100, 100, MET",
        "UP, 100, 99, NOT_MET",
        "UP, 100, 101, MET",
        "DOWN, 100, 100, MET",
        "DOWN, 100, 101, NOT_MET",
        "DOWN, 100, 0, MET",
        "CONTEXT, 100, 100, UNKNOWN",
        "NONE, 100, 100, UNKNOWN"
    })
    void aNumberIsHeldAgainstTheTarget(
            Direction direction, BigDecimal target, BigDecimal value, Progress.Result result) {
        var reported = new Reported(State.GIVEN, value, null, null, null);
        assertEquals(
                result,
                Progress.of(new Scalar.Number(target), indicator(Kind.NUMBER, direction, "persons"), reported)
                        .result());
    }

    @ParameterizedTest
    @CsvSource({
        "30, 4440, 14800, MET",
        "30, 4439, 14800, NOT_MET",
        "33.34, 1, 3, NOT_MET",
        "33.33, 1, 3, MET",
        "30, 0, 0, UNKNOWN"
    })
    void aRatioIsComparedBeforeItIsRounded(
            BigDecimal target, BigDecimal numerator, BigDecimal denominator, Progress.Result result) {
        var reported = new Reported(State.GIVEN, null, numerator, denominator, null);
        assertEquals(
                result,
                Progress.of(new Scalar.Number(target), indicator(Kind.RATIO, Direction.UP, "%"), reported)
                        .result());
    }

    @Test
    void aRatioOfExactlyTheTargetIsShownInItsUnit() {
        var reported = new Reported(State.GIVEN, null, new BigDecimal(1), new BigDecimal(3), null);
        assertEquals(
                Optional.of(new BigDecimal("33.33")),
                Progress.figure(indicator(Kind.RATIO, Direction.UP, "%"), reported));
    }

    @Test
    void aPartOfPersonsIsHeldAgainstTheTargetAsANumber() {
        var reported = new Reported(State.GIVEN, null, new BigDecimal(40), new BigDecimal(107), null);
        assertEquals(
                Progress.Result.MET,
                Progress.of(
                                new Scalar.Number(new BigDecimal(40)),
                                indicator(Kind.PART_OF, Direction.UP, "persons"),
                                reported)
                        .result());
    }

    @ParameterizedTest
    @CsvSource({"true, 1, MET", "true, 0, NOT_MET"})
    void aYesIsHeldAgainstAYes(boolean target, BigDecimal value, Progress.Result result) {
        var reported = new Reported(State.GIVEN, value, null, null, null);
        assertEquals(
                result,
                Progress.of(new Scalar.Truth(target), indicator(Kind.TRUTH, Direction.UP, "yes/no"), reported)
                        .result());
    }

    @ParameterizedTest
    @CsvSource({"NOT_COLLECTED", "NOT_APPLICABLE"})
    void whatHasNoFigureIsNotKnown(State state) {
        var reported = new Reported(state, null, null, null, null);
        assertEquals(
                new Progress(Progress.Result.UNKNOWN, Progress.Unknown.valueOf(state.name())),
                Progress.of(
                        new Scalar.Number(BigDecimal.ONE), indicator(Kind.NUMBER, Direction.UP, "persons"), reported));
    }

    private static Indicator indicator(Kind kind, Direction direction, String unit) {
        try {
            return new ObjectMapper()
                    .readValue(
                            "{\"code\": \"EMP-00\", \"kind\": \"%s\", \"direction\": \"%s\", \"unit\": \"%s\"}"
                                    .formatted(kind, direction, unit),
                            Indicator.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
