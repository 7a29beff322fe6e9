package org.anchors.socialvalue.delivery;

/** How a supplier performed; the ratings of contract performance notices. */
enum Rating {
    GOOD,
    APPROACHING_TARGET,
    REQUIRES_IMPROVEMENT,
    INADEQUATE,
    OTHER
}
