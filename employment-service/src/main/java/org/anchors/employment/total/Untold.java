package org.anchors.employment.total;

import jakarta.enterprise.context.ApplicationScoped;
import org.anchors.kit.rows.Rows;

/**
 * What has come of participants since it was told of groups: of each and each year, which counts have changed. Whoever adds to it
 * holds the lock on the participant's cohort.
 */
@ApplicationScoped
public class Untold {

    /** Adds changes, which are selected as participant, programme, year and counts. */
    public static final String ADD = """
            insert into untold_change as u (participant, programme, year, counts) %s
            on conflict (participant, year) do update set counts = u.counts | excluded.counts
            """;

    private static final String ADD_OF_ONE = ADD.formatted("""
            select participant, programme, year, %1$s from participant_state s
            where participant = ? and year is not null and %1$s > 0
            """.formatted(countsOf("s")));

    /** What the version before this table has written since; the columns go when it runs nowhere any more. */
    private static final String TAKE_OVER = """
            with taken as (%s)
            update participant_state set untold_counts = 0, left_counts = 0
            where programme = ? and (untold_counts > 0 or left_counts > 0)
            """.formatted(ADD.formatted("""
                    select participant, programme, year, bit_or(counts) from untold
                    where programme = ? group by participant, programme, year
                    """));

    private final Rows rows;

    Untold(Rows rows) {
        this.rows = rows;
    }

    /** Which counts the participant of a row is counted in, as a number: 1 participants, 2 job offers, 4 in work, 8 sustained. */
    public static String countsOf(String alias) {
        return ("(cast(%1$s.started_on is not null as int) + 2 * cast(%1$s.offered_on is not null as int)"
                        + " + 4 * cast(%1$s.work_on is not null as int) + 8 * cast(%1$s.sustained_on is not null as int))")
                .formatted(alias);
    }

    /** A participant said something else about groups: that is told with what comes of others. */
    public void add(long participant) {
        rows.change(ADD_OF_ONE, participant);
    }

    void takeOver(String programme) {
        rows.change(TAKE_OVER, programme, programme);
    }
}
