/** Procurements: written as drafts, published with a methodology that is frozen, and led through their stages. */
@NullMarked
package org.anchors.socialvalue.procurement;

import org.jspecify.annotations.NullMarked;
