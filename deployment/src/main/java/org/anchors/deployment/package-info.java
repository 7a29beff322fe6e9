/** What the images hold besides their program. */
@NullMarked
package org.anchors.deployment;

import org.jspecify.annotations.NullMarked;
