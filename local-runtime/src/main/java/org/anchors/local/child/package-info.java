/** Child processes: how one is started, watched, and stopped. */
@NullMarked
package org.anchors.local.child;

import org.jspecify.annotations.NullMarked;
