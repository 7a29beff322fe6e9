/** Who may come in, by which path, how often. What no door stands for is denied. */
@NullMarked
package org.anchors.gateway.door;

import org.jspecify.annotations.NullMarked;
