/** Participants under keyed pseudonyms, and apart from them what they say of themselves for the sake of equality. */
@NullMarked
package org.anchors.employment.participant;

import org.jspecify.annotations.NullMarked;
