@NullMarked
package org.anchors.socialvalue.delivery;

import org.jspecify.annotations.NullMarked;
