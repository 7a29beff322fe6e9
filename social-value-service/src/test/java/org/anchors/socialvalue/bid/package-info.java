@NullMarked
package org.anchors.socialvalue.bid;

import org.jspecify.annotations.NullMarked;
