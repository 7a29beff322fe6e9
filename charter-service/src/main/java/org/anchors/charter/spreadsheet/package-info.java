/** Workbooks (XLSX) read cell by cell, within bounds, and written; tables themselves are the kit's. */
@NullMarked
package org.anchors.charter.spreadsheet;

import org.jspecify.annotations.NullMarked;
