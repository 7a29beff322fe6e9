/**
 * Small numbers: policies under which counts of people may leave the platform, and the guard that finds what a set of published
 * figures gives away. Knows nothing of charters, and calculates in whole numbers only.
 */
@NullMarked
package org.anchors.charter.disclosure;

import org.jspecify.annotations.NullMarked;
