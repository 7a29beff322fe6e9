/** One effect and one answer for a request however often it is sent. */
@NullMarked
package org.anchors.kit.idempotency;

import org.jspecify.annotations.NullMarked;
