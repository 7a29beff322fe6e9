package org.anchors.employment.snapshot;

import java.time.LocalDate;
import java.util.List;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.disclosure.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Which outcomes are asked for.
 *
 * @param programmes those that the caller may see and asked for
 * @param year the calendar year in which the reporting year starts; null for all years
 * @param group target group; null for everyone
 * @param place where participants live; null for everywhere
 * @param decile decile of an edition of the index of multiple deprivation; null for all
 * @param asOf milestones until this day count
 * @param present whether that is the present day
 * @param groups how many of a target group there are, as far as the caller may see it
 */
record Question(
        List<ProgrammeAccess.Known> programmes,
        @Nullable Integer year,
        @Nullable String group,
        @Nullable String place,
        @Nullable Decile decile,
        LocalDate asOf,
        boolean present,
        Groups groups,
        Policy policy) {

    /** Which counts of target groups are shown. */
    enum Groups {
        AS_THEY_ARE,
        AS_THEY_WERE_TOLD,
        NONE
    }

    /** Whether it asks for some of the participants of programmes and years only, of whom totals know nothing. */
    boolean narrows() {
        return place != null || decile != null;
    }

    String[] keys() {
        return programmes.stream().map(ProgrammeAccess.Known::key).toArray(String[]::new);
    }

    /** Whether people can be recognised between at least two of the programmes. */
    boolean recognisesPeople() {
        return programmes.stream().filter(ProgrammeAccess.Known::sharedKey).count() > 1;
    }
}
