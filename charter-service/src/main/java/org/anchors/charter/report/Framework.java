package org.anchors.charter.report;

/** The recognised frameworks of anchor work, by the charter's codes. */
public enum Framework {
    HSIYA,
    NHSC4,
    LEEDS,
    ESSEX,
    CIVIC
}
