package org.anchors.socialvalue.procurement;

import org.anchors.socialvalue.methodology.MethodologyBody;

/**
 * A published lot with the methodology that its bids are judged by, which has its own value.
 *
 * @param frozen the methodology as canonical JSON, as it was hashed
 * @param hash SHA-256 of that, in hexadecimal
 */
public record Lot(String key, String title, MethodologyBody methodology, String frozen, String hash) {

    /** The key of the one lot of a procurement that is not divided. */
    public static final String WHOLE = "whole";
}
