@NullMarked
package org.anchors.employment.partner;

import org.jspecify.annotations.NullMarked;
