/** What a trace may say, wherever it goes through. */
@NullMarked
package org.anchors.contracts.trace;

import org.jspecify.annotations.NullMarked;
