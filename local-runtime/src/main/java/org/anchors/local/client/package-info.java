/** The verbs that talk to a running platform: tokens, status, the demonstration, the operator's calls. */
@NullMarked
package org.anchors.local.client;

import org.jspecify.annotations.NullMarked;
