/** What every service runs on: the clock, JSON as it is written, housekeeping, the form of the API document. */
@NullMarked
package org.anchors.kit.platform;

import org.jspecify.annotations.NullMarked;
