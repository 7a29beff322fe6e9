/** How bytes become requests, where the server itself would be more lenient than we are. */
@NullMarked
package org.anchors.gateway.wire;

import org.jspecify.annotations.NullMarked;
