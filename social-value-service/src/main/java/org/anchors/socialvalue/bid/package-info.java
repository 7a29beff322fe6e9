/** Bids: lodged sealed, opened by two people after the deadline; docs/decisions/0018. */
@NullMarked
package org.anchors.socialvalue.bid;

import org.jspecify.annotations.NullMarked;
