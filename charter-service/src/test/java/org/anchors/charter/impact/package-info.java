@NullMarked
package org.anchors.charter.impact;

import org.jspecify.annotations.NullMarked;
