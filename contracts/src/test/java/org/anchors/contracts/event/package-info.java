/** Holds the events to their schemas, their golden files and the AsyncAPI document. */
@NullMarked
package org.anchors.contracts.event;

import org.jspecify.annotations.NullMarked;
