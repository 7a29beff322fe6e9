/** What holds of employment-service as a whole. */
@NullMarked
package org.anchors.employment;

import org.jspecify.annotations.NullMarked;
