/** Refusals as they are sent. */
@NullMarked
package org.anchors.contracts.problem;

import org.jspecify.annotations.NullMarked;
