/** The annual impact report: the consolidated report for those who read, as a page and as a printed document. */
@NullMarked
package org.anchors.charter.impact;

import org.jspecify.annotations.NullMarked;
