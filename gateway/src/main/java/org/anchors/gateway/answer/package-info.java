/** What every answer of the gateway has: a request id, headers that tell browsers to be careful, a line in the log. */
@NullMarked
package org.anchors.gateway.answer;

import org.jspecify.annotations.NullMarked;
