/** Rules under which counts of people leave the platform. */
@NullMarked
package org.anchors.kit.disclosure;

import org.jspecify.annotations.NullMarked;
