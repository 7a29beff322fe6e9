package org.anchors.charter.disclosure;

import java.util.List;
import java.util.Set;

/**
 * Everything that an attacker has to go on.
 *
 * @param claims what was published about sums, now and before
 * @param rules what is known to hold between quantities
 * @param open measures that need no protection, such as a workforce
 */
public record Knowledge(List<Claim> claims, List<AtMost> rules, Set<String> open) {

    public Knowledge {
        claims = List.copyOf(claims);
        rules = List.copyOf(rules);
        open = Set.copyOf(open);
    }

    /** What there is to go on where every measure is to be protected. */
    public Knowledge(List<Claim> claims, List<AtMost> rules) {
        this(claims, rules, Set.of());
    }

    public static Knowledge of(Claim... claims) {
        return new Knowledge(List.of(claims), List.of());
    }
}
