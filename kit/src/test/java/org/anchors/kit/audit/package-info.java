/** The append-only trail of who did what, chained by hash. */
@NullMarked
package org.anchors.kit.audit;

import org.jspecify.annotations.NullMarked;
