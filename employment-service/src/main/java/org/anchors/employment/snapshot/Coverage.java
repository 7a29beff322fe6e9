package org.anchors.employment.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.employment.total.GroupTotals;
import org.anchors.employment.total.Returns;
import org.anchors.employment.total.Totals;

/** For which programmes outcomes speak, and what stands beside them of those for which they do not. */
@ApplicationScoped
class Coverage {

    private final Recordings recordings;
    private final Returns returns;
    private final Totals totals;
    private final GroupTotals groups;

    Coverage(Recordings recordings, Returns returns, Totals totals, GroupTotals groups) {
        this.recordings = recordings;
        this.returns = returns;
        this.totals = totals;
        this.groups = groups;
    }

    /**
     * What outcomes speak for.
     *
     * @param people whether somebody may be counted twice
     * @param without totals that no record of a single person stands behind
     */
    record Covered(
            OutcomesView.CoverageView programmes, OutcomesView.PeopleView people, List<WithoutRecords> without) {}

    Covered of(Question question) {
        var withRecords = recordings.withRecords(question);
        var counting = recordings.counting(question);
        var without = withoutRecords(question, counting);
        return new Covered(
                programmes(question, speakingFor(withRecords, counting, without), without),
                people(question, withRecords),
                without);
    }

    /**
     * The programmes with records that what is counted speaks for. Where there are referrals only nobody has started, which is an
     * answer, unless the programme returned totals that say otherwise.
     */
    private static List<String> speakingFor(
            List<String> withRecords, Set<Recordings.Counting> counting, List<WithoutRecords> returned) {
        return withRecords.stream()
                .filter(key -> counting.stream().anyMatch(one -> one.programme().equals(key))
                        || returned.stream().noneMatch(one -> one.programme().equals(key)))
                .toList();
    }

    private static OutcomesView.CoverageView programmes(
            Question question, List<String> withRecords, List<WithoutRecords> returned) {
        var keys = List.of(question.keys());
        var totalsOnly = returned.stream()
                .map(WithoutRecords::programme)
                .distinct()
                .sorted()
                .toList();
        var without = keys.stream()
                .filter(key -> !withRecords.contains(key) && !totalsOnly.contains(key))
                .toList();
        return new OutcomesView.CoverageView(
                withRecords.size(),
                keys.size(),
                "%d of %d programme%s".formatted(withRecords.size(), keys.size(), keys.size() == 1 ? "" : "s"),
                totalsOnly,
                without);
    }

    /** People are recognised between programmes that agreed to it, those of them who were registered to be, and no others. */
    private OutcomesView.PeopleView people(Question question, List<String> withRecords) {
        var agreed = question.programmes().stream()
                .filter(programme -> programme.sharedKey() && withRecords.contains(programme.key()))
                .map(ProgrammeAccess.Known::key)
                .toList();
        var mayBeTwice = withRecords.size() > 1
                && (agreed.size() < withRecords.size() || !recordings.allCanBeRecognised(agreed));
        return new OutcomesView.PeopleView(mayBeTwice, agreed.size() > 1 ? agreed : List.of());
    }

    private List<WithoutRecords> withoutRecords(Question question, Set<Recordings.Counting> counting) {
        if (question.narrows()) {
            return List.of();
        }
        var everyone = totals.sealed(question.keys(), question.year());
        var counted = new HashSet<>(counting);
        everyone.stream()
                .filter(Totals.Sealed::countsSomebody)
                .map(Recordings.Counting::of)
                .forEach(counted::add);
        var given = returns.newest(question.keys(), question.year(), question.group()).stream()
                .filter(one -> !counted.contains(new Recordings.Counting(one.programme(), one.year())))
                .map(WithoutRecords::of);
        var group = question.group();
        var sealed = group == null ? everyone : groups.sealed(question.keys(), question.year(), group);
        return Stream.concat(given, sealed.stream().map(WithoutRecords::of))
                .filter(one -> one.isOf(question))
                .toList();
    }
}
