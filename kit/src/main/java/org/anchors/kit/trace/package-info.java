/** Traces go on behind the database and behind Kafka, and say nothing about people. */
@NullMarked
package org.anchors.kit.trace;

import org.jspecify.annotations.NullMarked;
