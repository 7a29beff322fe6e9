package org.anchors.kit.disclosure;

/** A count of people as a policy lets it be seen. */
public sealed interface Count {

    /** What stands in the place of a suppressed count. */
    String MARK = "*";

    /**
     * It may be seen.
     *
     * @param number exact or rounded, as the policy says
     */
    record Shown(long number) implements Count {
        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    /** It is too small to be seen. */
    record Suppressed() implements Count {
        @Override
        public String toString() {
            return MARK;
        }
    }
}
