package org.anchors.employment.milestone;

/**
 * The temporary tables that a load works in. A connection keeps them, empty, from one load to the next.
 *
 * <p>{@code milestone_in} holds what was sent, {@code milestone_new} what of it is new, with its participant, and
 * {@code state_new} how far its participants have come with it.
 */
final class Tables {

    /** What a milestone says, in the order of {@link Draft#columns()}. */
    static final String SAID = "kind, happened_on, record, employer, hours, living_wage, job, reason,"
            + " corrects_kind, corrects_on, corrects_record, withdrawn";

    static final String STATE = "participant, programme, cohort, year, referred_on, started_on, completed_on, left_on,"
            + " offered_on, work_on, first_start, matures_on, sustained_on, ended_on, out_on, last_evidence, evidence,"
            + " employer";

    private static final String SAID_TYPES = "kind text, happened_on date, record bytea, employer text,"
            + " hours numeric(5, 2), living_wage boolean, job text, reason text, corrects_kind text, corrects_on date,"
            + " corrects_record bytea, withdrawn boolean";

    static final String CREATE = """
            create temporary table if not exists milestone_in (
              row int, programme text collate "C", pseudonym bytea, %1$s) on commit delete rows;
            create temporary table if not exists milestone_new (
              row int, participant bigint, cohort bigint, %1$s, nth int, contradicts boolean) on commit delete rows;
            create temporary table if not exists state_new (
              participant bigint, programme text collate "C", cohort bigint, year int, referred_on date, started_on date,
              completed_on date, left_on date, offered_on date, work_on date, first_start date, matures_on date,
              sustained_on date, ended_on date, out_on date, last_evidence date, evidence date[], employer text
            ) on commit delete rows""".formatted(SAID_TYPES);

    /** What tells two milestones of one participant apart. */
    static final String IDENTITY = "participant, kind, happened_on, record, withdrawn";

    private Tables() {}

    /** What a milestone says beside its identity, of an alias, as one value that can be compared. */
    static String details(String alias) {
        return ("row(%1$s.employer, %1$s.hours, %1$s.living_wage, %1$s.job, %1$s.reason, %1$s.corrects_kind,"
                        + " %1$s.corrects_on, %1$s.corrects_record)")
                .formatted(alias);
    }

    /** That two aliases are states of one participant that are not the same. */
    static String otherState(String one, String other) {
        return "(%s) is distinct from (%s)".formatted(columns(one), columns(other));
    }

    private static String columns(String alias) {
        return alias + "." + STATE.replace(", ", ", " + alias + ".");
    }

    /** That two aliases are the same milestone. */
    static String same(String one, String other) {
        return ("%1$s.participant = %2$s.participant and %1$s.kind = %2$s.kind and %1$s.happened_on = %2$s.happened_on"
                        + " and %1$s.record = %2$s.record and %1$s.withdrawn = %2$s.withdrawn")
                .formatted(one, other);
    }
}
