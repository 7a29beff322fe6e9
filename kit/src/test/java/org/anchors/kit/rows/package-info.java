@NullMarked
package org.anchors.kit.rows;

import org.jspecify.annotations.NullMarked;
