/** Catalogues of social value measures: what a commitment is counted in, and what one of it is worth. */
@NullMarked
package org.anchors.socialvalue.catalogue;

import org.jspecify.annotations.NullMarked;
