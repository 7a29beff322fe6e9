@NullMarked
package org.anchors.charter.export;

import org.jspecify.annotations.NullMarked;
