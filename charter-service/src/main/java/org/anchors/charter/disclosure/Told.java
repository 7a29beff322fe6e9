package org.anchors.charter.disclosure;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was said about a component, by number: its claims come first and its shares after them. */
record Told(Component known) {

    int numberOfShare(int index) {
        return known.claims().size() + index;
    }

    boolean anyBy(String publication, BitSet sources) {
        return sources.stream().anyMatch(source -> publicationOf(source).equals(publication));
    }

    /** The figures that something follows from. */
    List<String> through(BitSet sources) {
        return sources.stream().mapToObj(this::label).distinct().toList();
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

    private String label(int source) {
        return isClaim(source)
                ? known.claims().get(source).label()
                : share(source).label();
    }

    private String publicationOf(int source) {
        return isClaim(source)
                ? known.claims().get(source).publication()
                : share(source).publication();
    }

    private boolean isClaim(int source) {
        return source < known.claims().size();
    }

    private Share share(int source) {
        return known.shares().get(source - known.claims().size());
    }
}
