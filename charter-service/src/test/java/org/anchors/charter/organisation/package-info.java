@NullMarked
package org.anchors.charter.organisation;

import org.jspecify.annotations.NullMarked;
