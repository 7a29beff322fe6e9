/** Events leave the service in the transaction of the change they report, and reach Kafka from there. */
@NullMarked
package org.anchors.kit.outbox;

import org.jspecify.annotations.NullMarked;
