/** The sections of the consolidated report that other services' events feed: social value and pre-employment outcomes. */
@NullMarked
package org.anchors.charter.section;

import org.jspecify.annotations.NullMarked;
