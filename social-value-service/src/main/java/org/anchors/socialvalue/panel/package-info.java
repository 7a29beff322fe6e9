/** Who marks the bids of a procurement, as its buyer appoints them. */
@NullMarked
package org.anchors.socialvalue.panel;

import org.jspecify.annotations.NullMarked;
