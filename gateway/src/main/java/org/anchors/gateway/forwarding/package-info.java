/** Passes requests on to the services and their answers back, as streams. */
@NullMarked
package org.anchors.gateway.forwarding;

import org.jspecify.annotations.NullMarked;
