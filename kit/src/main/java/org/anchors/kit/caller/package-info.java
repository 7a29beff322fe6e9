/** Who is calling. */
@NullMarked
package org.anchors.kit.caller;

import org.jspecify.annotations.NullMarked;
