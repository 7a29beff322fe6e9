/** Evaluations to be kept and verified by others: everything that a result follows from in one file. See docs/decisions/0021. */
@NullMarked
package org.anchors.socialvalue.bundle;

import org.jspecify.annotations.NullMarked;
