/** What can be asked of an evaluation that is stored: its bundle, how robust it is, and what to clarify with bidders. */
@NullMarked
package org.anchors.socialvalue.review;

import org.jspecify.annotations.NullMarked;
