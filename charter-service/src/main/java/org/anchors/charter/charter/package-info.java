/** Charter editions, their commitments, and who has signed them. */
@NullMarked
package org.anchors.charter.charter;

import org.jspecify.annotations.NullMarked;
