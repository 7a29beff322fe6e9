package org.anchors.charter.consolidated;

import org.anchors.charter.charter.Signatories;
import org.jspecify.annotations.Nullable;

/**
 * A consolidated report that is finished, with what a form of it needs besides.
 *
 * @param pillar the pillar that it was narrowed to; null for all
 * @param filter the organisations that it was narrowed to
 * @param part the table that is asked for, where a form holds only one
 * @param published whether it is for everyone: then partners speak with accepted reports only
 */
public record Shown(
        ConsolidatedReport report, @Nullable String pillar, Signatories.Filter filter, Part part, boolean published) {}
