/** Corrections are new versions; what was said before stays as it was shown. */
@NullMarked
package org.anchors.employment.correction;

import org.jspecify.annotations.NullMarked;
