package org.anchors.employment.milestone;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anchors.employment.privacy.Keyed;

/** Pseudonyms of one programme, as they are written. Those of one load come again and again, so the last of them are kept. */
final class Pseudonymised {

    private static final int SHORT = 32;
    private static final int MOST_KNOWN = 20_000;

    private final Keyed keyed;
    private final Map<String, String> known = new LinkedHashMap<>(1_000, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    Pseudonymised(Keyed keyed) {
        this.keyed = keyed;
    }

    /** Whether a reference has been made a pseudonym of, and was found to be sound before. */
    boolean knows(String reference) {
        return known.containsKey(reference);
    }

    /** A participant's pseudonym, in hexadecimal. */
    String hexOf(String reference) {
        return known.computeIfAbsent(reference, one -> HexFormat.of().formatHex(keyed.of(one)));
    }

    /** A record id is told apart from those of one participant only, for which half a pseudonym is more than enough. */
    String shortHexOf(String record) {
        return hexOf(record).substring(0, SHORT);
    }
}
