/** Evaluations of bids: what is sent to be scored, what is answered, and what the hashes of both are taken of. */
@NullMarked
package org.anchors.socialvalue.evaluation;

import org.jspecify.annotations.NullMarked;
