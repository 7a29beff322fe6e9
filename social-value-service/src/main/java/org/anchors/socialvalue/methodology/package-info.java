/** Methodologies as they are written down: what may be said, what must hold of it, and what scoring makes of it. */
@NullMarked
package org.anchors.socialvalue.methodology;

import org.jspecify.annotations.NullMarked;
