package org.anchors.charter.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.bulk.LoadMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of a bulk file.
 *
 * @param id names this load; null after a dry run, which leaves nothing
 * @param year the reporting year
 * @param mode what was done about faulty reports
 * @param accepted reports that were submitted
 * @param values figures in them
 * @param unchanged reports that had said the same already
 * @param refused reports with faults, of which nothing was stored
 * @param faultCount how many faults there were
 * @param faults the first of them
 */
@Schema(name = "BulkLoad")
@JsonInclude(JsonInclude.Include.ALWAYS)
record BulkOutcome(
        @Nullable String id,
        String year,
        LoadMode mode,
        int accepted,
        int values,
        int unchanged,
        int refused,
        int faultCount,
        List<Fault> faults) {

    /** Counts while a file is read; more faults than help anybody are counted and not kept. */
    static final class Tally {
        private static final int MOST_LISTED = 1_000;

        private final List<Fault> faults = new ArrayList<>();
        private int faultCount;
        private int accepted;
        private int values;
        private int unchanged;
        private int refused;

        void accept(int figures) {
            accepted++;
            values += figures;
        }

        void leaveUnchanged() {
            unchanged++;
        }

        void refuse(List<Fault> found) {
            refused++;
            found.forEach(this::note);
        }

        void note(Fault fault) {
            faultCount++;
            if (faults.size() < MOST_LISTED) {
                faults.add(fault);
            }
        }

        int faultCount() {
            return faultCount;
        }

        /** How many faults there are, in words. */
        String summary() {
            if (faultCount == 1) {
                return "1 fault";
            }
            var all = "%,d faults".formatted(faultCount);
            return faults.size() == faultCount
                    ? all
                    : "%s, of which the first %,d are listed".formatted(all, faults.size());
        }

        List<Fault> listed() {
            return List.copyOf(faults);
        }

        BulkOutcome outcome(@Nullable String id, String year, LoadMode mode) {
            return new BulkOutcome(id, year, mode, accepted, values, unchanged, refused, faultCount, listed());
        }
    }
}
