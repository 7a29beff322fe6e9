/** What became of the bids: evaluations that never change, and what each bidder is told of them. */
@NullMarked
package org.anchors.socialvalue.result;

import org.jspecify.annotations.NullMarked;
