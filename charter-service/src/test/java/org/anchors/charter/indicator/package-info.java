@NullMarked
package org.anchors.charter.indicator;

import org.jspecify.annotations.NullMarked;
