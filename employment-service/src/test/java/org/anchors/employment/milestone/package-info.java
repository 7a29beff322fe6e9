/** What holds of milestones that are taken in. */
@NullMarked
package org.anchors.employment.milestone;

import org.jspecify.annotations.NullMarked;
