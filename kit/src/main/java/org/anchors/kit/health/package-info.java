/** Whether a service can serve. */
@NullMarked
package org.anchors.kit.health;

import org.jspecify.annotations.NullMarked;
