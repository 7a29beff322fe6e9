/** Recording the start-up cache of a program when its image is built. */
@NullMarked
package org.anchors.local.training;

import org.jspecify.annotations.NullMarked;
