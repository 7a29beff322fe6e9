package org.anchors.employment.milestone;

import java.util.HexFormat;
import org.anchors.employment.privacy.Keyed;

/** Pseudonyms of one programme, as they are written. */
final class Pseudonymised {

    private static final int SHORT = 32;

    private final Keyed keyed;

    Pseudonymised(Keyed keyed) {
        this.keyed = keyed;
    }

    /** A participant's pseudonym, in hexadecimal. */
    String hexOf(String reference) {
        return HexFormat.of().formatHex(keyed.of(reference));
    }

    /** A record id is told apart from those of one participant only, for which half a pseudonym is more than enough. */
    String shortHexOf(String record) {
        return hexOf(record).substring(0, SHORT);
    }
}
