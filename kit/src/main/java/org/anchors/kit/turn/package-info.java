/** Work of which only so much may be in hand at once. */
@NullMarked
package org.anchors.kit.turn;

import org.jspecify.annotations.NullMarked;
