/** The organisations of the partnership, as charter-service tells of them: referrers, employers and places are named by them. */
@NullMarked
package org.anchors.employment.partner;

import org.jspecify.annotations.NullMarked;
