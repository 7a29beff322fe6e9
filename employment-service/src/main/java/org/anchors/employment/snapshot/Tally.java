package org.anchors.employment.snapshot;

import jakarta.persistence.Tuple;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Counts of people in one slice.
 *
 * @param stages how many reached each stage
 * @param steps of those who reached a stage, how many reached another
 */
record Tally(Map<Stage, Long> stages, Map<Step, Long> steps, Matured matured) {

    /** The stages of the funnel. */
    enum Stage {
        REFERRED("referred_on"),
        STARTED("started_on"),
        COMPLETED("completed_on"),
        OFFERED("offered_on"),
        IN_WORK("work_on"),
        SUSTAINED("sustained_on");

        private final String column;

        Stage(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /** From which stage to which conversions are told. */
    enum Step {
        REFERRED_TO_STARTED(Stage.REFERRED, Stage.STARTED),
        STARTED_TO_COMPLETED(Stage.STARTED, Stage.COMPLETED),
        STARTED_TO_OFFERED(Stage.STARTED, Stage.OFFERED),
        STARTED_TO_IN_WORK(Stage.STARTED, Stage.IN_WORK),
        COMPLETED_TO_OFFERED(Stage.COMPLETED, Stage.OFFERED),
        OFFERED_TO_IN_WORK(Stage.OFFERED, Stage.IN_WORK),
        OFFERED_TO_SUSTAINED(Stage.OFFERED, Stage.SUSTAINED);

        private final Stage from;
        private final Stage to;

        Step(Stage from, Stage to) {
            this.from = from;
            this.to = to;
        }

        Stage from() {
            return from;
        }

        Stage to() {
            return to;
        }
    }

    /**
     * Those whose first start is long enough ago to ask whether they stayed.
     *
     * @param people how many
     * @param sustained who stayed for as long as the rule wants
     * @param ended who are known to have left work before
     */
    record Matured(long people, long sustained, long ended) {

        /** Who were in work when last heard of: neither a success nor a failure. */
        long notKnown() {
            return people - sustained - ended;
        }
    }

    static Tally of(Tuple row) {
        var stages = new EnumMap<Stage, Long>(Stage.class);
        var steps = new EnumMap<Step, Long>(Step.class);
        for (var stage : Stage.values()) {
            stages.put(stage, number(row, stage.name()));
        }
        for (var step : Step.values()) {
            steps.put(step, number(row, step.name()));
        }
        return new Tally(
                stages,
                steps,
                new Matured(number(row, "matured"), number(row, "matured_sustained"), number(row, "matured_ended")));
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column.toLowerCase(Locale.ROOT))).longValue();
    }

    long at(Stage stage) {
        return stages.getOrDefault(stage, 0L);
    }

    long at(Step step) {
        return steps.getOrDefault(step, 0L);
    }
}
