/** Holds the policies and the guard to worked examples and to attacks. */
@NullMarked
package org.anchors.charter.disclosure;

import org.jspecify.annotations.NullMarked;
