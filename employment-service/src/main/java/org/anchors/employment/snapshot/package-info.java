/** What became of participants as it stood on a day: the funnel, who stayed in work, and how many programmes that speaks for. */
@NullMarked
package org.anchors.employment.snapshot;

import org.jspecify.annotations.NullMarked;
