/** Contracts that came of an award: what the supplier owes, from the commitments of the bid that won. */
@NullMarked
package org.anchors.socialvalue.contract;

import org.jspecify.annotations.NullMarked;
