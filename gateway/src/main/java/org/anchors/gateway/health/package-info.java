/** How the platform as a whole is. */
@NullMarked
package org.anchors.gateway.health;

import org.jspecify.annotations.NullMarked;
