/** Publications: consolidated reports that were frozen under a disclosure policy, numbered and hashed. */
@NullMarked
package org.anchors.charter.publication;

import org.jspecify.annotations.NullMarked;
