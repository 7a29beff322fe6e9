/** The policies on social value in procurement, as data: which holds of a notice, and what the least weight is. */
@NullMarked
package org.anchors.socialvalue.policy;

import org.jspecify.annotations.NullMarked;
