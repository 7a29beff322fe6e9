@NullMarked
package org.anchors.kit.platform;

import org.jspecify.annotations.NullMarked;
