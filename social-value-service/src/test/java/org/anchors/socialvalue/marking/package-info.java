@NullMarked
package org.anchors.socialvalue.marking;

import org.jspecify.annotations.NullMarked;
