@NullMarked
package org.anchors.charter.report;

import org.jspecify.annotations.NullMarked;
