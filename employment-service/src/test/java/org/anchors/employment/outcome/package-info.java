/** The statistics and the outcome rules, against published values. */
@NullMarked
package org.anchors.employment.outcome;

import org.jspecify.annotations.NullMarked;
