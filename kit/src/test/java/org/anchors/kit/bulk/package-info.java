@NullMarked
package org.anchors.kit.bulk;

import org.jspecify.annotations.NullMarked;
