/** Journeys and drills through the gateway, against the platform that {@code ./anchor up} starts. */
@NullMarked
package org.anchors.e2e;

import org.jspecify.annotations.NullMarked;
