@NullMarked
package org.anchors.charter.consolidated;

import org.jspecify.annotations.NullMarked;
