package org.anchors.charter.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
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

    /** The values of a report as far as they could be read. */
    static List<Figure> of(Submission report) {
        var values = report.values();
        if (values == null) {
            return List.of();
        }
        return IntStream.range(0, values.size())
                .filter(index -> values.get(index) != null)
                .mapToObj(index -> new Figure(index, values.get(index)))
                .toList();
    }

    String at() {
        return "/values/" + position;
    }

    String at(Part part) {
        return at() + place(part);
    }

    static String place(Part part) {
        return "/" + name(part);
    }

    static String name(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    Map<String, Scalar> attributes() {
        return AttributeCheck.of(sent);
    }

    Optional<BigDecimal> attribute(String name) {
        return attributes().get(name) instanceof Scalar.Number(BigDecimal number)
                ? Optional.of(number)
                : Optional.empty();
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
        return indicator.equals(sent.indicator()) && Objects.equals(group, sent.group());
    }

    /** A part as a number; yes and no are 1 and 0. */
    Optional<BigDecimal> part(Part part) {
        return Optional.ofNullable(
                switch (part) {
                    case VALUE -> Revision.StoredValue.number(sent.value());
                    case NUMERATOR -> sent.numerator();
                    case DENOMINATOR -> sent.denominator();
                });
    }
}
