package org.anchors.kit.caller;

/** The realm's roles, as names for {@code @RolesAllowed}. */
public final class Role {

    public static final String PARTNER_REPORTER = "partner-reporter";
    public static final String PARTNER_APPROVER = "partner-approver";
    public static final String PROCUREMENT_OFFICER = "procurement-officer";
    public static final String EVALUATOR = "evaluator";
    public static final String PROGRAMME_PROVIDER = "programme-provider";
    /** Reads and writes what participants of its organisation's programmes say of themselves for the sake of equality. */
    public static final String EQUALITY_DATA = "equality-data";

    public static final String ANCHOR_TEAM = "anchor-team";
    /** Reads everything, writes nothing. */
    public static final String AUDITOR = "auditor";
    /** Runs the platform: sends dead letters again, rebuilds projections, verifies the audit trail. */
    public static final String OPERATOR = "operator";

    private Role() {}
}
