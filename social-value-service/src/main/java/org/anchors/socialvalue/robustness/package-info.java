/**
 * How robust a ranking is, beside the score and never part of it: pure and exact over the records of scoring, or sampled where
 * the answer says so. See docs/decisions/0020.
 */
@NullMarked
package org.anchors.socialvalue.robustness;

import org.jspecify.annotations.NullMarked;
