/** Secrets for a platform that runs in containers. */
@NullMarked
package org.anchors.local.handover;

import org.jspecify.annotations.NullMarked;
