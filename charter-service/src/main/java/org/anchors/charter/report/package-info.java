/** Annual reports: drafts, the check of a report, submission, revisions. */
@NullMarked
package org.anchors.charter.report;

import org.jspecify.annotations.NullMarked;
