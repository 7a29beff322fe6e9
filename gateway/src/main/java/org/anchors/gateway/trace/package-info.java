/** Which requests are traced, and what their spans may say. */
@NullMarked
package org.anchors.gateway.trace;

import org.jspecify.annotations.NullMarked;
