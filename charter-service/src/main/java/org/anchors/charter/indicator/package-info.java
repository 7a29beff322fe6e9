/** The versioned catalogue of indicators: what is measured, in which unit, within which bounds, and how it adds up. */
@NullMarked
package org.anchors.charter.indicator;

import org.jspecify.annotations.NullMarked;
