/** Reporting years and the windows in which their reports are taken. */
@NullMarked
package org.anchors.charter.reportingyear;

import org.jspecify.annotations.NullMarked;
