/** Tests of the policies. */
@NullMarked
package org.anchors.socialvalue.policy;

import org.jspecify.annotations.NullMarked;
