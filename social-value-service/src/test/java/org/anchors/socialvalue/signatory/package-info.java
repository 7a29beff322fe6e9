@NullMarked
package org.anchors.socialvalue.signatory;

import org.jspecify.annotations.NullMarked;
