@NullMarked
package org.anchors.socialvalue.procurement;

import org.jspecify.annotations.NullMarked;
