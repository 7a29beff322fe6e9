/** Bodies too large to hold in memory, with many things in each of them. */
@NullMarked
package org.anchors.kit.bulk;

import org.jspecify.annotations.NullMarked;
