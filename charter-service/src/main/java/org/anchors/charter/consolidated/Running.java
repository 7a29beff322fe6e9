package org.anchors.charter.consolidated;

import java.util.List;
import org.anchors.kit.calendar.ReportingYear;

/**
 * A part of the projection that holds sums over all organisations, changed by the difference that each report makes: what an
 * organisation contributed is taken out, its newest revision is noted, and what it contributes then is put in.
 */
interface Running {

    /**
     * Puts what the newest revision of an organisation's report contributes in, or takes it out.
     *
     * @param sign 1 or -1
     */
    void change(int sign, String organisation, ReportingYear year);

    /**
     * What of a year it keeps otherwise than the newest revisions say it, or does not keep, in order: figures, answers and names in
     * them, or commitments.
     *
     * @param most how many at most
     */
    List<String> differences(ReportingYear year, int most);

    /** The tables that it keeps. */
    List<String> tables();
}
