package org.anchors.charter.disclosure;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was said about a component; its claims go by number. */
record Told(Component known) {

    boolean anyBy(String publication, BitSet sources) {
        return sources.stream().mapToObj(known.claims()::get).anyMatch(claim -> claim.publication()
                .equals(publication));
    }

    /** The figures that something follows from. */
    List<String> through(BitSet sources) {
        return sources.stream()
                .mapToObj(known.claims()::get)
                .map(Claim::label)
                .distinct()
                .toList();
    }

    /** A set by the figure that keeps it back; where none does, by what was counted and whose it is. */
    String name(Set<Quantity> quantities) {
        return known.claims().stream()
                .filter(claim -> claim.isSuppressed() && claim.parts().equals(quantities))
                .map(claim -> "%s in %s".formatted(claim.cell(), claim.publication()))
                .findFirst()
                .orElseGet(() -> described(quantities));
    }

    /** The figures of a publication. */
    List<String> cellsOf(String publication) {
        return known.claims().stream()
                .filter(claim -> claim.publication().equals(publication))
                .map(Claim::cell)
                .distinct()
                .toList();
    }

    private static String described(Set<Quantity> quantities) {
        var measures = new LinkedHashSet<String>();
        var owners = new LinkedHashSet<String>();
        quantities.forEach(quantity -> {
            measures.add(quantity.measure());
            owners.add(quantity.of());
        });
        return "%s of %s".formatted(String.join(", ", measures), String.join(", ", owners));
    }
}
