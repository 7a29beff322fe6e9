package org.anchors.socialvalue.catalogue;

/** How a measure counts. */
public enum Kind {
    /** One of it is worth its proxy value. */
    MONETISED,
    /** It is counted and not valued. */
    RECORD_ONLY,
    /** It is described. */
    TEXT
}
