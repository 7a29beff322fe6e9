package org.anchors.kit.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;

/**
 * A request body as far as it could be read, with every fault of its shape: wrong types, unknown fields, missing fields,
 * numbers beyond the limits. Parts that could not be read are null in the value. An endpoint that has rules of its own
 * adds their faults and refuses all of them at once.
 *
 * @param value the body
 * @param faults what is wrong with its shape; empty when all of it was read
 * @param digest SHA-256 of the body's bytes, in hexadecimal
 */
public record Reading<T>(T value, List<Fault> faults, String digest) {

    /** More than this many faults help nobody. */
    private static final int MOST_LISTED = 1_000;

    /** The body, or a refusal with every fault of its shape. */
    public T orRefuse() {
        refuseIfFaulty(List.of());
        return value;
    }

    /**
     * Refuses when the shape or the given rules found a fault. A rule's fault at a place whose shape was wrong already is
     * only an echo of it and left out.
     */
    public void refuseIfFaulty(List<Fault> found) {
        var all = new ArrayList<>(faults);
        Predicate<Fault> echo = fault -> faults.stream()
                .map(Fault::at)
                .anyMatch(at -> at.equals(fault.at())
                        || at.startsWith(fault.at() + "/")
                        || fault.at().startsWith(at + "/"));
        found.stream().filter(echo.negate()).forEach(all::add);
        if (!all.isEmpty()) {
            var count = all.size() == 1 ? "1 fault" : all.size() + " faults";
            var listed = all.size() > MOST_LISTED ? ", of which %,d are listed".formatted(MOST_LISTED) : "";
            throw new Refused(
                    CommonRefusal.INVALID_REQUEST,
                    count + listed + "; nothing was stored.",
                    all.subList(0, Math.min(all.size(), MOST_LISTED)));
        }
    }
}
