/** Where a local platform keeps its state, and the facts about a running one: ports, secrets, processes. */
@NullMarked
package org.anchors.local.home;

import org.jspecify.annotations.NullMarked;
