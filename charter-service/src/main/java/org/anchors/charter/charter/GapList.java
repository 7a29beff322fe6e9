package org.anchors.charter.charter;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the signatories of one edition differ from those of an earlier one. Who has withdrawn is not counted; who is proposed is.
 *
 * @param continuing keys of those on both, an organisation included whose predecessor was on the earlier one
 * @param joined keys of those on the later one alone
 * @param dropped keys of those on the earlier one alone
 * @param onNeither keys of partners that are on neither
 */
record GapList(List<String> continuing, List<String> joined, List<String> dropped, List<String> onNeither) {

    /**
     * An organisation as far as the list is concerned.
     *
     * @param successor key of the organisation that has taken its place
     */
    record Partner(String key, @Nullable String successor) {}

    static GapList between(Set<String> earlier, Set<String> later, List<Partner> partners) {
        var successors = new HashMap<String, String>();
        partners.stream()
                .filter(partner -> partner.successor() != null)
                .forEach(partner -> successors.put(partner.key(), partner.successor()));
        var carriedOn =
                earlier.stream().collect(Collectors.toMap(key -> key, key -> signatoryAfter(key, later, successors)));
        var continuing = new HashSet<>(carriedOn.values());
        continuing.retainAll(later);
        return new GapList(
                sorted(continuing),
                sorted(without(later, continuing)),
                carriedOn.entrySet().stream()
                        .filter(entry -> !later.contains(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList(),
                partners.stream()
                        .filter(partner -> partner.successor() == null)
                        .map(Partner::key)
                        .filter(key -> !earlier.contains(key) && !later.contains(key))
                        .sorted()
                        .toList());
    }

    /** The organisation itself where it is on the later edition, or else the last that has taken its place. */
    private static String signatoryAfter(String key, Set<String> later, Map<String, String> successors) {
        var seen = new HashSet<String>();
        var present = key;
        while (!later.contains(present) && successors.containsKey(present) && seen.add(present)) {
            present = successors.get(present);
        }
        return present;
    }

    private static Set<String> without(Set<String> keys, Set<String> others) {
        var rest = new HashSet<>(keys);
        rest.removeAll(others);
        return rest;
    }

    private static List<String> sorted(Set<String> keys) {
        return keys.stream().sorted().toList();
    }
}
