package org.anchors.socialvalue.procurement;

import java.util.List;
import org.anchors.kit.audit.Audit;

/** Deeds that the audit trail must not tell of before the deadline for bids, because its length can be asked for. */
public interface KeptBack {

    /** The notes of them, for the moment in which nothing is to be hidden any more. */
    List<Audit.Note> notes(Procurement procurement);
}
