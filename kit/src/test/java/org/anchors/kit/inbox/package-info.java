@NullMarked
package org.anchors.kit.inbox;

import org.jspecify.annotations.NullMarked;
