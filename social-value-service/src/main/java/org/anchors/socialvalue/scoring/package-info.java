/**
 * How bids are scored: pure arithmetic over records, exact, with its working. It depends on nothing but the language: no
 * injection, no clock, no database, no binary floating point. See docs/decisions/0017.
 */
@NullMarked
package org.anchors.socialvalue.scoring;

import org.jspecify.annotations.NullMarked;
