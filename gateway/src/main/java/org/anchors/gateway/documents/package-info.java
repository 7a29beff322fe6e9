/** One API document made of the services' own, and a page to try it from. */
@NullMarked
package org.anchors.gateway.documents;

import org.jspecify.annotations.NullMarked;
