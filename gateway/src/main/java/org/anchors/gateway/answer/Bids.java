package org.anchors.gateway.answer;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many bids are lodged is nobody's business before their deadline, so nothing that is seen from outside tells of one (docs/decisions/0018). */
public final class Bids {

    private static final String COLLECTION = "/api/social-value/v1/procurements/[^/]+/bids";
    private static final Pattern ANY = Pattern.compile(COLLECTION + "(/.*)?");
    private static final Pattern LODGED = Pattern.compile(COLLECTION + "(/[^/]+/(replacement|withdrawal))?");

    /** A separator that stands as its code is none (RFC 3986, 2.2). */
    private static final Pattern CODE = Pattern.compile("%(?!2[Ff])(?<code>[0-9A-Fa-f]{2})");

    private Bids() {}

    /** Whether a request to the path, as it was sent, is about bids. */
    public static boolean areAt(String path) {
        return ANY.matcher(decoded(path)).matches();
    }

    /** Whether a POST to the path, as it was sent, changes how many there are, or of what. */
    static boolean areLodgedAt(String path) {
        return LODGED.matcher(decoded(path)).matches();
    }

    /** A letter may stand as its code, and the services read it as the letter. */
    private static String decoded(String path) {
        return CODE.matcher(path)
                .replaceAll(found ->
                        Matcher.quoteReplacement(Character.toString(HexFormat.fromHexDigits(found.group("code")))));
    }
}
