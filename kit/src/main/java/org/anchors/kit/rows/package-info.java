/** SQL for tables that no entity stands for. */
@NullMarked
package org.anchors.kit.rows;

import org.jspecify.annotations.NullMarked;
