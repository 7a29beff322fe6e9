/** The gateway in front of little stand-ins for the services and for the realm. */
@NullMarked
package org.anchors.gateway;

import org.jspecify.annotations.NullMarked;
