/** Tables that people fill in with a spreadsheet: cells, rows, CSV read row by row within bounds, and text kept from running. */
@NullMarked
package org.anchors.kit.table;

import org.jspecify.annotations.NullMarked;
