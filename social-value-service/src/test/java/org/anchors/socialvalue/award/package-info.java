@NullMarked
package org.anchors.socialvalue.award;

import org.jspecify.annotations.NullMarked;
