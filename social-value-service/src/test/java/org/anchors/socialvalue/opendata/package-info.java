@NullMarked
package org.anchors.socialvalue.opendata;

import org.jspecify.annotations.NullMarked;
