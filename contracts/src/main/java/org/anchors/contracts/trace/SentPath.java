package org.anchors.contracts.trace;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path of an address as a client sent it: what it says, and what of it logs and traces may show. */
public final class SentPath {

    /** A separator that stands as its code is none (RFC 3986, 2.2). */
    private static final Pattern CODE = Pattern.compile("%(?!2[Ff])(?<code>[0-9A-Fa-f]{2})");

    /**
     * Whatever stands in the place of a participant's id and is none: a client that has no id may send what it calls the person. And the
     * account of an evaluator, which is a name or an e-mail address.
     */
    private static final Pattern PERSON = Pattern.compile(
            "(?i)(?<=/participants(?:/|%2f))(?!(?:lookup|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/|$))[^/]+"
                    + "|(?<=/evaluators(?:/|%2f))[^/]+");

    private static final String LEFT_OUT = "-";

    private SentPath() {}

    /** Reads letters that stand as their codes: a service reads them as the letters. */
    public static String decoded(String path) {
        return CODE.matcher(path)
                .replaceAll(found ->
                        Matcher.quoteReplacement(Character.toString(HexFormat.fromHexDigits(found.group("code")))));
    }

    /** The path without what may name a person; as it was sent where there is nothing of the kind in it. */
    public static String shown(String path) {
        var person = PERSON.matcher(decoded(path));
        return person.find() ? person.replaceAll(LEFT_OUT) : path;
    }
}
