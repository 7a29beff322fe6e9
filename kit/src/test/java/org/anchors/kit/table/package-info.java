@NullMarked
package org.anchors.kit.table;

import org.jspecify.annotations.NullMarked;
