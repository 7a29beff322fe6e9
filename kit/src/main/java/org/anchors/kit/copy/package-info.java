/** Many rows into a table of PostgreSQL at once. */
@NullMarked
package org.anchors.kit.copy;

import org.jspecify.annotations.NullMarked;
