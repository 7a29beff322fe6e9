@NullMarked
package org.anchors.socialvalue.robustness;

import org.jspecify.annotations.NullMarked;
