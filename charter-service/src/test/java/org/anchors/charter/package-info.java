@NullMarked
package org.anchors.charter;

import org.jspecify.annotations.NullMarked;
