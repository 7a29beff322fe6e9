@NullMarked
package org.anchors.socialvalue.bundle;

import org.jspecify.annotations.NullMarked;
