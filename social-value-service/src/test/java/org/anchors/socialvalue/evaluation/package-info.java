/** Tests of evaluations. */
@NullMarked
package org.anchors.socialvalue.evaluation;

import org.jspecify.annotations.NullMarked;
