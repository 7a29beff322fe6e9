/** The programme behind the script {@code anchor}: runs the platform on one machine and talks to it. */
@NullMarked
package org.anchors.local;

import org.jspecify.annotations.NullMarked;
