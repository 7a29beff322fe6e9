/** How the platform says no: one shape for every refusal, whichever service or door gives it. */
@NullMarked
package org.anchors.contracts.problem;

import org.jspecify.annotations.NullMarked;
