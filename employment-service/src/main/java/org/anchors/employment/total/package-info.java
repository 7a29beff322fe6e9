/** Totals of outcomes by programme, cohort, year and group, told to whoever listens whenever they change. */
@NullMarked
package org.anchors.employment.total;

import org.jspecify.annotations.NullMarked;
