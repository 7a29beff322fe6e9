/** Tests of what is in {@code k8s/}. */
@NullMarked
package org.anchors.deployment.kubernetes;

import org.jspecify.annotations.NullMarked;
