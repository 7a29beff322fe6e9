/** Publications, through the API and against the real database. */
@NullMarked
package org.anchors.charter.publication;

import org.jspecify.annotations.NullMarked;
