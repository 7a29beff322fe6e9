/** What the tests of every service share: real engines, signed tokens, rules of the house. */
@NullMarked
package org.anchors.kit.testing;

import org.jspecify.annotations.NullMarked;
