/** What holds of the package of the same name. */
@NullMarked
package org.anchors.employment.privacy;

import org.jspecify.annotations.NullMarked;
