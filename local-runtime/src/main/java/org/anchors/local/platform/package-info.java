/** The platform as a whole: what starts after what, what is restarted, what is stopped in which order. */
@NullMarked
package org.anchors.local.platform;

import org.jspecify.annotations.NullMarked;
