/** What buyers are, who has signed the charter and what it holds them to; known by the events of charter-service. */
@NullMarked
package org.anchors.socialvalue.signatory;

import org.jspecify.annotations.NullMarked;
