package org.anchors.charter.disclosure;

import java.util.List;

/**
 * Everything that an attacker has to go on.
 *
 * @param claims what was published about sums, now and before
 * @param shares percentages that were published
 * @param rules what is known to hold between quantities
 */
public record Knowledge(List<Claim> claims, List<Share> shares, List<AtMost> rules) {

    public Knowledge {
        claims = List.copyOf(claims);
        shares = List.copyOf(shares);
        rules = List.copyOf(rules);
    }

    public static Knowledge of(Claim... claims) {
        return new Knowledge(List.of(claims), List.of(), List.of());
    }
}
