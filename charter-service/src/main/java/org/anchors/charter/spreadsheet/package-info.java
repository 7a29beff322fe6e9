/** Tables that people fill in with a spreadsheet: CSV and XLSX read cell by cell, within bounds, and text kept from running. */
@NullMarked
package org.anchors.charter.spreadsheet;

import org.jspecify.annotations.NullMarked;
