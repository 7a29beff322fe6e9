package org.anchors.charter.consolidated;

import java.util.List;

/**
 * Who has reported. Drafted, late and missing are organisations that were expected to report.
 *
 * @param expected how many were expected to report
 * @param submitted how many have
 * @param accepted how many reports have been accepted
 * @param late how many came after the day they were due
 * @param missing keys of those that have not reported, in order
 */
record Completeness(int expected, int submitted, int accepted, int late, List<String> missing) {}
