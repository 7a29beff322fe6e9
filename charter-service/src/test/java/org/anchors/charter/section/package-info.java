@NullMarked
package org.anchors.charter.section;

import org.jspecify.annotations.NullMarked;
