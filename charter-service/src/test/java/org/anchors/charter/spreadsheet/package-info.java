@NullMarked
package org.anchors.charter.spreadsheet;

import org.jspecify.annotations.NullMarked;
