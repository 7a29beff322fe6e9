package org.anchors.kit.refusal;

import java.util.List;
import org.anchors.contracts.problem.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by the domain and the edge when a request is refused; nothing of such a request is kept, unless it is a
 * {@link RefusedAndKept}.
 */
public sealed class Refused extends RuntimeException permits RefusedAndKept {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_DETAIL = 500;

    private final transient Refusal refusal;
    private final transient List<Fault> faults;

    public Refused(Refusal refusal, String detail) {
        this(refusal, detail, List.of());
    }

    public Refused(Refusal refusal, String detail, List<Fault> faults) {
        super(shortened(detail), null, false, false);
        this.refusal = refusal;
        this.faults = List.copyOf(faults);
    }

    /** The answer to a request for something that does not exist, or that the caller may not know to exist. */
    public static Refused notFound(String what) {
        return new Refused(CommonRefusal.NOT_FOUND, what + " does not exist.");
    }

    /**
     * A query parameter is wrong.
     *
     * @param parameter its name
     * @param given what was sent; null where it says nothing to show it
     */
    public static Refused ofParameter(
            Refusal refusal, String parameter, String rule, @Nullable String given, String mend) {
        return new Refused(
                refusal,
                "The query parameter %s is wrong.".formatted(parameter),
                List.of(new Fault("?" + parameter, rule, given, mend)));
    }

    /** What was sent may stand in the detail, and may be as long as a body. */
    private static String shortened(String detail) {
        return detail.codePointCount(0, detail.length()) <= LONGEST_DETAIL
                ? detail
                : detail.substring(0, detail.offsetByCodePoints(0, LONGEST_DETAIL)) + "…";
    }

    public Refusal refusal() {
        return refusal;
    }

    public List<Fault> faults() {
        return faults;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
