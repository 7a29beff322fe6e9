@NullMarked
package org.anchors.charter.reportingyear;

import org.jspecify.annotations.NullMarked;
