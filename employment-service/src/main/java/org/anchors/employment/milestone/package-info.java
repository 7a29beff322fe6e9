/** Takes in milestones, one or a hundred thousand at a time, and keeps how far each participant has come. */
@NullMarked
package org.anchors.employment.milestone;

import org.jspecify.annotations.NullMarked;
