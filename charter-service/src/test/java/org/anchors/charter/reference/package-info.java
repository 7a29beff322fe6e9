@NullMarked
package org.anchors.charter.reference;

import org.jspecify.annotations.NullMarked;
