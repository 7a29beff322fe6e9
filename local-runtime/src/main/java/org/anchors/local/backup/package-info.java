/** Copies of everything a platform keeps, taken while it serves, and put back when it was lost. */
@NullMarked
package org.anchors.local.backup;

import org.jspecify.annotations.NullMarked;
