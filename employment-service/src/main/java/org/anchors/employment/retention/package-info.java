/** Lets go of what has been kept for long enough, and of what a participant wants erased; totals stay. */
@NullMarked
package org.anchors.employment.retention;

import org.jspecify.annotations.NullMarked;
