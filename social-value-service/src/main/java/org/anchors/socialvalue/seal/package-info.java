/** Keeps content shut in the database until its time has come; docs/decisions/0018. */
@NullMarked
package org.anchors.socialvalue.seal;

import org.jspecify.annotations.NullMarked;
