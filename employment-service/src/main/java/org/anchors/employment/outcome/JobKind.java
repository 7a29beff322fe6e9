package org.anchors.employment.outcome;

/** What kind of paid work a job is. Unpaid work is none. */
public enum JobKind {
    EMPLOYED,
    APPRENTICESHIP,
    SELF_EMPLOYED,
    BANK_OR_AGENCY,
    KICKSTART_PLACEMENT
}
