/** Events from Kafka have their effect once; those that cannot be handled are set aside and can be sent again. */
@NullMarked
package org.anchors.kit.inbox;

import org.jspecify.annotations.NullMarked;
