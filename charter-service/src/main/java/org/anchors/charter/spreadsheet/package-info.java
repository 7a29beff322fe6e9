/** What holds of every spreadsheet that leaves the platform: text in a cell stays text. */
@NullMarked
package org.anchors.charter.spreadsheet;

import org.jspecify.annotations.NullMarked;
