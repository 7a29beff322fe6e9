/** What holds of the package of the same name. */
@NullMarked
package org.anchors.employment.snapshot;

import org.jspecify.annotations.NullMarked;
