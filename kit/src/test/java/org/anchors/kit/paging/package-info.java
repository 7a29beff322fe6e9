/** Long lists are read in pages. */
@NullMarked
package org.anchors.kit.paging;

import org.jspecify.annotations.NullMarked;
