package org.anchors.kit.refusal;

import java.util.List;
import org.anchors.contracts.problem.Fault;

/**
 * A refusal of which something is kept, such as the faults that the answer does not hold: the transaction ends well. What the
 * request asked for must not have been begun.
 */
public final class RefusedAndKept extends Refused {

    private static final long serialVersionUID = 1L;

    private final String allFaults;

    /**
     * A refusal that tells the first faults.
     *
     * @param allFaults path at which all of them are listed
     */
    public RefusedAndKept(Refusal refusal, String detail, List<Fault> faults, String allFaults) {
        super(refusal, detail, faults);
        this.allFaults = allFaults;
    }

    public String allFaults() {
        return allFaults;
    }
}
