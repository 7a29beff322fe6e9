/** The way to Kafka. */
@NullMarked
package org.anchors.kit.broker;

import org.jspecify.annotations.NullMarked;
