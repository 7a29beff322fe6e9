/** Read models kept up to date by events, and their rebuilding. */
@NullMarked
package org.anchors.kit.projection;

import org.jspecify.annotations.NullMarked;
