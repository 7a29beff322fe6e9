package org.anchors.socialvalue.policy;

/** What kind of a public body buys. */
public enum BuyerType {
    CENTRAL_GOVERNMENT,
    NHS,
    LOCAL_GOVERNMENT,
    OTHER
}
