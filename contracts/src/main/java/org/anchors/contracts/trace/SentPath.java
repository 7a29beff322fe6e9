package org.anchors.contracts.trace;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path of an address as a client sent it: what it says, and what of it logs and traces may show. */
public final class SentPath {

    /** A separator that stands as its code is none (RFC 3986, 2.2). */
    private static final Pattern CODE = Pattern.compile("%(?!2[Ff])(?<code>[0-9A-Fa-f]{2})");

    private static final Pattern PEOPLE = Pattern.compile("(?i)(/|%2f)(participants|evaluators)(?![a-z0-9-])");

    /** A separator, or what stands between two. */
    private static final Pattern PART = Pattern.compile("(?i)(/|%2f)|((?!%2f)[^/])+");

    /**
     * What may stand behind people's collections and names nobody. Whatever else does, wherever it does, may: a client that has no id may
     * send what it calls a participant, and an evaluator's account is a name or an e-mail address.
     */
    private static final Pattern NOBODY = Pattern.compile(
            "(?i)/|%2f|lookup|equality-flags|milestones|revisions|release|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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
        var read = decoded(path);
        var people = PEOPLE.matcher(read);
        if (!people.find()) {
            return path;
        }
        var behind = read.substring(people.end());
        var shown = PART.matcher(behind)
                .replaceAll(part -> NOBODY.matcher(part.group()).matches() ? part.group() : LEFT_OUT);
        return shown.equals(behind) ? path : read.substring(0, people.end()) + shown;
    }
}
