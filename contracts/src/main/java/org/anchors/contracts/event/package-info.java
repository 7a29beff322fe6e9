/** The facts that services tell one another, as CloudEvents over Kafka. Each has a JSON Schema and a golden file. */
@NullMarked
package org.anchors.contracts.event;

import org.jspecify.annotations.NullMarked;
