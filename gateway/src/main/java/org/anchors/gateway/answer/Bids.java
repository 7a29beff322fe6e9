package org.anchors.gateway.answer;

import java.util.regex.Pattern;
import org.anchors.contracts.trace.SentPath;

/** How many bids are lodged is nobody's business before their deadline, so nothing that is seen from outside tells of one (docs/decisions/0018). */
public final class Bids {

    private static final String COLLECTION = "/api/social-value/v1/procurements/[^/]+/bids";
    private static final Pattern ANY = Pattern.compile(COLLECTION + "(/.*)?");
    private static final Pattern LODGED = Pattern.compile(COLLECTION + "(/[^/]+/(replacement|withdrawal))?");

    private Bids() {}

    /** Whether a request to the path, as it was sent, is about bids. */
    public static boolean areAt(String path) {
        return ANY.matcher(SentPath.decoded(path)).matches();
    }

    /** Whether a POST to the path, as it was sent, changes how many there are, or of what. */
    static boolean areLodgedAt(String path) {
        return LODGED.matcher(SentPath.decoded(path)).matches();
    }
}
