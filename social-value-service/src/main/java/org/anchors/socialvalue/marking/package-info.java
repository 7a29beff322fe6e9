/** Marks: given by each evaluator alone, then agreed on; docs/decisions/0018. */
@NullMarked
package org.anchors.socialvalue.marking;

import org.jspecify.annotations.NullMarked;
