/** What the public is told of an award: release packages of the Open Contracting Data Standard; docs/decisions/0025. */
@NullMarked
package org.anchors.socialvalue.opendata;

import org.jspecify.annotations.NullMarked;
