/** What holds of social-value-service as a whole. */
@NullMarked
package org.anchors.socialvalue;

import org.jspecify.annotations.NullMarked;
