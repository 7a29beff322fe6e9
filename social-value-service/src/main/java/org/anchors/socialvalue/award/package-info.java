/** Awards: the decision, the notice with its standstill, and the contracts that come of it; docs/decisions/0019. */
@NullMarked
package org.anchors.socialvalue.award;

import org.jspecify.annotations.NullMarked;
