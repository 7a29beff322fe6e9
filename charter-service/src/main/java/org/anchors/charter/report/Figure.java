package org.anchors.charter.report;

import java.math.BigDecimal;
import java.util.Optional;
import org.anchors.charter.indicator.Operand.Part;
import org.anchors.contracts.event.AnnualReportSubmitted.State;
import org.anchors.kit.edge.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * One value of a report with its place in the submission.
 *
 * @param position index in the list of values
 */
record Figure(int position, Submission.Value sent) {

    String at() {
        return "/values/" + position;
    }

    String at(Part part) {
        return at() + "/" + part.name().toLowerCase(java.util.Locale.ROOT);
    }

    State state() {
        return sent.state() == null ? State.GIVEN : sent.state();
    }

    boolean isGiven() {
        return state() == State.GIVEN;
    }

    boolean isExplained() {
        return sent.explanation() != null && !sent.explanation().isBlank();
    }

    boolean isOf(String indicator, @Nullable String group) {
        return indicator.equals(sent.indicator()) && java.util.Objects.equals(group, sent.group());
    }

    Optional<BigDecimal> part(Part part) {
        return Optional.ofNullable(
                switch (part) {
                    case VALUE -> sent.value() instanceof Scalar.Number number ? number.number() : null;
                    case NUMERATOR -> sent.numerator();
                    case DENOMINATOR -> sent.denominator();
                });
    }
}
