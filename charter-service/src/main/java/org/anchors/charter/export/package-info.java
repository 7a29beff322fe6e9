/** The consolidated report as tables: CSV and XLSX for those who go on calculating. */
@NullMarked
package org.anchors.charter.export;

import org.jspecify.annotations.NullMarked;
