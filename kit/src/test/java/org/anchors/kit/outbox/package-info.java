@NullMarked
package org.anchors.kit.outbox;

import org.jspecify.annotations.NullMarked;
