/** The reference data that the service ships with, loaded at its start. */
@NullMarked
package org.anchors.charter.reference;

import org.jspecify.annotations.NullMarked;
