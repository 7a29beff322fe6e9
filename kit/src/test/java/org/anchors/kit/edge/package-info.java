/** The edge of a request: limits, strict reading of JSON with every fault collected, request ids, versions. */
@NullMarked
package org.anchors.kit.edge;

import org.jspecify.annotations.NullMarked;
