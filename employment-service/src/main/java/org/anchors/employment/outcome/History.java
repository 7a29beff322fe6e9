package org.anchors.employment.outcome;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that was recorded about one participant, in whatever order, however often. */
public final class History {

    private static final Comparator<Entry> BY_DAY = Comparator.comparing(
                    (Entry entry) -> entry.milestone().on())
            .thenComparing(entry -> entry.identity().kind())
            .thenComparing(entry -> entry.identity().record());

    private final List<Entry> effective;
    private final List<Entry> correctingNothing;
    private final List<Entry> correctingEachOther;

    private History(List<Entry> effective, List<Entry> correctingNothing, List<Entry> correctingEachOther) {
        this.effective = effective;
        this.correctingNothing = correctingNothing;
        this.correctingEachOther = correctingEachOther;
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
        var corrections = entries.stream()
                .filter(entry -> !entry.withdrawn())
                .map(entry -> new Correction(entry.identity(), entry.corrects()))
                .collect(Collectors.toSet());
        return new History(
                distinct.values().stream().sorted(BY_DAY).toList(),
                some(entries, entry -> entry.corrects() != null && !known.contains(entry.corrects())),
                some(
                        entries,
                        entry -> !entry.withdrawn()
                                && corrections.contains(new Correction(entry.corrects(), entry.identity()))));
    }

    private record Correction(Entry.@Nullable Identity by, Entry.@Nullable Identity of) {}

    private static List<Entry> some(Collection<Entry> entries, Predicate<Entry> which) {
        return entries.stream().filter(which).distinct().sorted(BY_DAY).toList();
    }

    /** What holds: neither superseded nor withdrawn, each record once, by day. */
    public List<Entry> effective() {
        return effective;
    }

    /** Corrections and withdrawals of records that nobody has sent, at least not yet. */
    public List<Entry> correctingNothing() {
        return correctingNothing;
    }

    /** Records of which each supersedes the other, so that neither holds. */
    public List<Entry> correctingEachOther() {
        return correctingEachOther;
    }

    /** The milestones that hold, by day. */
    public List<Milestone> milestones() {
        return effective.stream().map(Entry::milestone).toList();
    }
}
