package org.anchors.employment.snapshot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A count of people that is told of everybody and of each slice. */
sealed interface Figure {

    /** Every figure there is. */
    static List<Figure> all() {
        return Stream.of(Stage.values(), Step.values(), Matured.values())
                .flatMap(Arrays::<Figure>stream)
                .toList();
    }

    String name();

    /** The column that it is counted in. */
    default String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Who is counted, as a condition on a person's row. */
    String condition();

    /** How many reached a stage of the funnel. */
    enum Stage implements Figure {
        REFERRED("referred_on"),
        STARTED("started_on"),
        COMPLETED("completed_on"),
        OFFERED("offered_on"),
        IN_WORK("work_on"),
        SUSTAINED("sustained_on");

        private final String day;

        Stage(String day) {
            this.day = day;
        }

        @Override
        public String condition() {
            return day + " <= :asOf";
        }
    }

    /** Of those who reached a stage, how many reached another. */
    enum Step implements Figure {
        REFERRED_TO_STARTED(Stage.REFERRED, Stage.STARTED),
        STARTED_TO_COMPLETED(Stage.STARTED, Stage.COMPLETED),
        STARTED_TO_OFFERED(Stage.STARTED, Stage.OFFERED),
        STARTED_TO_IN_WORK(Stage.STARTED, Stage.IN_WORK),
        COMPLETED_TO_OFFERED(Stage.COMPLETED, Stage.OFFERED),
        OFFERED_TO_IN_WORK(Stage.OFFERED, Stage.IN_WORK),
        OFFERED_TO_SUSTAINED(Stage.OFFERED, Stage.SUSTAINED),
        IN_WORK_TO_SUSTAINED(Stage.IN_WORK, Stage.SUSTAINED);

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

        @Override
        public String condition() {
            return from.condition() + " and " + to.condition();
        }
    }

    /**
     * Of those whose first start is long enough ago to ask whether they stayed, by the stay that began then. Not known is neither a
     * success nor a failure.
     */
    enum Matured implements Figure {
        MATURED("true"),
        MATURED_SUSTAINED("stayed_on <= :asOf"),
        MATURED_ENDED("out_on <= :asOf and (stayed_on is null or stayed_on > :asOf)"),
        MATURED_NOT_KNOWN("(out_on is null or out_on > :asOf) and (stayed_on is null or stayed_on > :asOf)");

        /** Each of the matured is one of these. */
        static final List<Matured> PARTS = List.of(MATURED_SUSTAINED, MATURED_ENDED, MATURED_NOT_KNOWN);

        private final String condition;

        Matured(String condition) {
            this.condition = condition;
        }

        @Override
        public String condition() {
            return "matures_on <= :asOf and " + condition;
        }
    }
}
