package org.anchors.charter.charter;

import org.anchors.kit.calendar.ReportingYear;

/**
 * An edition of the charter.
 *
 * @param edition its name, such as {@code 2024-27}
 * @param firstYear first reporting year it covers
 * @param lastYear last reporting year it covers
 */
public record Edition(String edition, ReportingYear firstYear, ReportingYear lastYear) {}
