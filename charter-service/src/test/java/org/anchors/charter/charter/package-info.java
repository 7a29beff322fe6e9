@NullMarked
package org.anchors.charter.charter;

import org.jspecify.annotations.NullMarked;
