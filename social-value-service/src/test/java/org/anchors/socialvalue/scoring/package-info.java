/** Tests of scoring. */
@NullMarked
package org.anchors.socialvalue.scoring;

import org.jspecify.annotations.NullMarked;
