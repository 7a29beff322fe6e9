/** Days and years as the partnership counts them: days in Essex, reporting years from April to March. */
@NullMarked
package org.anchors.kit.calendar;

import org.jspecify.annotations.NullMarked;
