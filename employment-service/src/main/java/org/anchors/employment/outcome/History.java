package org.anchors.employment.outcome;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Everything that was recorded about one participant, in whatever order, however often. */
public final class History {

    private static final Comparator<Entry> BY_DAY = Comparator.comparing(
                    (Entry entry) -> entry.milestone().on())
            .thenComparing(entry -> entry.identity().kind())
            .thenComparing(entry -> entry.identity().record());

    private final List<Entry> effective;
    private final List<Entry> correctingNothing;

    private History(List<Entry> effective, List<Entry> correctingNothing) {
        this.effective = effective;
        this.correctingNothing = correctingNothing;
    }

    public static History of(Collection<Entry> entries) {
        var superseded =
                entries.stream().map(Entry::corrects).filter(Objects::nonNull).collect(Collectors.toSet());
        var distinct = new LinkedHashMap<Entry.Identity, Entry>();
        entries.stream()
                .filter(entry -> !entry.withdrawn() && !superseded.contains(entry.identity()))
                .forEach(entry -> distinct.putIfAbsent(entry.identity(), entry));
        var known = entries.stream()
                .filter(entry -> !entry.withdrawn())
                .map(Entry::identity)
                .collect(Collectors.toSet());
        return new History(
                distinct.values().stream().sorted(BY_DAY).toList(),
                entries.stream()
                        .filter(entry -> entry.corrects() != null && !known.contains(entry.corrects()))
                        .distinct()
                        .sorted(BY_DAY)
                        .toList());
    }

    /** What holds: neither superseded nor withdrawn, each record once, by day. */
    public List<Entry> effective() {
        return effective;
    }

    /** Corrections and withdrawals of records that nobody has sent, at least not yet. */
    public List<Entry> correctingNothing() {
        return correctingNothing;
    }

    /** The milestones that hold, by day. */
    public List<Milestone> milestones() {
        return effective.stream().map(Entry::milestone).toList();
    }
}
