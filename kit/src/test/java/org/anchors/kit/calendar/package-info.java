@NullMarked
package org.anchors.kit.calendar;

import org.jspecify.annotations.NullMarked;
