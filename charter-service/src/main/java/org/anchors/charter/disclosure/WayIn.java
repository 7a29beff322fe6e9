package org.anchors.charter.disclosure;

import java.util.List;
import org.anchors.kit.disclosure.Interval;

/**
 * How a suppressed count can be found out.
 *
 * @param cell what is found out: a figure that is suppressed, or the difference between figures that would be
 * @param left what it can still be
 * @param through the published figures that it follows from
 */
public record WayIn(String cell, Interval left, List<String> through) {

    public WayIn {
        through = List.copyOf(through);
    }

    @Override
    public String toString() {
        return "%s can only be %s, as follows from %s".formatted(cell, left, String.join("; ", through));
    }
}
