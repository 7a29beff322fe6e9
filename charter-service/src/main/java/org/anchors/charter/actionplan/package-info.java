/** What an organisation sets out to do in a year, and how far it got. */
@NullMarked
package org.anchors.charter.actionplan;

import org.jspecify.annotations.NullMarked;
