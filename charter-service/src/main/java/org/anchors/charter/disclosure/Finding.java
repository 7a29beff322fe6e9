package org.anchors.charter.disclosure;

import java.util.List;

/**
 * What the guard found.
 *
 * @param waysIn the ways in, the narrowest first
 * @param undecided what it could not search through
 */
public record Finding(List<WayIn> waysIn, List<Undecided> undecided) {

    public Finding {
        waysIn = List.copyOf(waysIn);
        undecided = List.copyOf(undecided);
    }

    /**
     * Figures that cannot be shown to be safe, nor to be unsafe.
     *
     * @param cells figures of the publication in question that belong together
     * @param reason why the search came to no end
     */
    public record Undecided(List<String> cells, Reason reason) {}

    /** Why a search comes to no end. */
    public enum Reason {
        TOO_MUCH_PUBLISHED("too much was published about the same figures to search through"),
        TOO_MANY_STEPS("the search takes too many steps"),
        TOO_MUCH_TO_SOLVE("solving all that was published together takes too much"),
        CONTRADICTION("what was published does not agree with itself");

        private final String why;

        Reason(String why) {
            this.why = why;
        }

        public String why() {
            return why;
        }
    }

    /** Whether it may be published. */
    public boolean isSafe() {
        return waysIn.isEmpty() && undecided.isEmpty();
    }
}
