package org.anchors.charter.disclosure;

import java.util.Collection;

/** Exact sums of quantities. */
final class Sums {

    private Sums() {}

    static long of(Collection<Quantity> parts) {
        return parts.stream().mapToLong(Quantity::exact).reduce(0, Math::addExact);
    }
}
