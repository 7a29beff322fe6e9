@NullMarked
package org.anchors.socialvalue.review;

import org.jspecify.annotations.NullMarked;
