/** The organisations of the partnership. */
@NullMarked
package org.anchors.charter.organisation;

import org.jspecify.annotations.NullMarked;
