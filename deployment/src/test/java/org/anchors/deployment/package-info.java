/** Tests of what the platform is deployed with. */
@NullMarked
package org.anchors.deployment;

import org.jspecify.annotations.NullMarked;
