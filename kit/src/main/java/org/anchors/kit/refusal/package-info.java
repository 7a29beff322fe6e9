/** Refusals of the domain, and the one place that turns them and every other failure into problems. */
@NullMarked
package org.anchors.kit.refusal;

import org.jspecify.annotations.NullMarked;
