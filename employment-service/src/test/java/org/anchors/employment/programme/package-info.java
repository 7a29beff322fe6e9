/** Pre-employment programmes: who runs them, for whom, and by which rule their outcomes are counted. */
@NullMarked
package org.anchors.employment.programme;

import org.jspecify.annotations.NullMarked;
