/**
 * What became of participants: milestones, the rules by which an outcome counts, and the statistics over many people. Pure: no
 * clock, no database, nothing injected. Statistics are estimates, computed with {@link java.math.MathContext#DECIMAL128} and
 * rounded where they are printed only.
 */
@NullMarked
package org.anchors.employment.outcome;

import org.jspecify.annotations.NullMarked;
