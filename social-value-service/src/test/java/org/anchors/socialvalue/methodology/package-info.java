@NullMarked
package org.anchors.socialvalue.methodology;

import org.jspecify.annotations.NullMarked;
