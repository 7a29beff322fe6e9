@NullMarked
package org.anchors.charter.actionplan;

import org.jspecify.annotations.NullMarked;
