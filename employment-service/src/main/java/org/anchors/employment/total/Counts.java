package org.anchors.employment.total;

import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.List;
import org.anchors.kit.disclosure.Count;
import org.jspecify.annotations.Nullable;

/**
 * Counts of people; one that is not known is null, which is not zero.
 */
public record Counts(
        @Nullable Integer participants,
        @Nullable Integer jobOffers,
        @Nullable Integer inWork,
        @Nullable Integer sustained) {

    public static final Counts UNKNOWN = new Counts(null, null, null, null);

    static Counts of(Tuple row) {
        return new Counts(
                row.get("participants", Integer.class),
                row.get("job_offers", Integer.class),
                row.get("in_work", Integer.class),
                row.get("sustained", Integer.class));
    }

    /** In the order of their names. */
    public List<@Nullable Integer> counts() {
        return Arrays.asList(participants, jobOffers, inWork, sustained);
    }

    /** Those of a group among everyone as they may be told; not where it is not known how many others there are. */
    Counts seenAmong(Counts everyone) {
        return new Counts(
                seen(participants, everyone.participants),
                seen(jobOffers, everyone.jobOffers),
                seen(inWork, everyone.inWork),
                seen(sustained, everyone.sustained));
    }

    private static @Nullable Integer seen(@Nullable Integer group, @Nullable Integer everyone) {
        return group != null
                        && everyone != null
                        && Totals.OF_GROUPS.ofGroup(group, everyone) instanceof Count.Shown(long number)
                ? (Integer) Math.toIntExact(number)
                : null;
    }
}
