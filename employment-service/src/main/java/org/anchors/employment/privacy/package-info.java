/** Keeps out what would say who somebody is, and turns a provider's own references into keyed pseudonyms. */
@NullMarked
package org.anchors.employment.privacy;

import org.jspecify.annotations.NullMarked;
