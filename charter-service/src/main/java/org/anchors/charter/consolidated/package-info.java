/** The consolidated charter report, read from a projection that events keep up to date. */
@NullMarked
package org.anchors.charter.consolidated;

import org.jspecify.annotations.NullMarked;
