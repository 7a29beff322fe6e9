/** What suppliers deliver of what they owe: stated per period with evidence, approved by the buyer, rated, corrected by new statements. */
@NullMarked
package org.anchors.socialvalue.delivery;

import org.jspecify.annotations.NullMarked;
