package org.anchors.employment.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.employment.outcome.OutcomeRule;
import org.anchors.employment.partner.Partners;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.employment.total.Returns;
import org.anchors.employment.total.Totals;
import org.anchors.kit.calendar.ReportingYear;

/** Answers what became of participants. */
@ApplicationScoped
class Outcomes {

    private static final int USUAL_HORIZON = 91;

    private final Snapshots snapshots;
    private final Returns returns;
    private final Totals totals;
    private final Partners partners;

    Outcomes(Snapshots snapshots, Returns returns, Totals totals, Partners partners) {
        this.snapshots = snapshots;
        this.returns = returns;
        this.totals = totals;
        this.partners = partners;
    }

    OutcomesView of(Question question) {
        var disclosed = new Disclosed(question.policy());
        var counted = snapshots.counted(question);
        var everybody = disclosed.seen(counted.everybody());
        var withRecords = snapshots.withRecords(question);
        var counting = snapshots.counting(question);
        var returned = withoutRecords(question, counting);
        var rules = question.programmes().stream()
                .map(ProgrammeAccess.Known::rule)
                .distinct()
                .toList();
        var horizon = horizon(rules);
        return new OutcomesView(
                question.asOf(),
                question.policy().label(),
                rules.stream().map(OutcomeRule::label).sorted().toList(),
                everybody.funnel(),
                everybody.conversions(),
                everybody.matured(),
                disclosed.curve(snapshots.stays(question, horizon), horizon),
                coverage(question, speakingFor(withRecords, counting, returned), returned),
                people(question, withRecords),
                returned.stream().map(one -> one.shown(disclosed)).toList(),
                breakdowns(question, counted, disclosed));
    }

    /** Programmes that are counted by different rules share the horizon of the anchor programme's own. */
    private static int horizon(List<OutcomeRule> rules) {
        return rules.size() == 1 ? rules.getFirst().horizon() : USUAL_HORIZON;
    }

    /**
     * The programmes with records that what is counted speaks for. Where there are referrals only nobody has started, which is an
     * answer, unless the programme returned totals that say otherwise.
     */
    private static List<String> speakingFor(
            List<String> withRecords, Set<Snapshots.Counting> counting, List<WithoutRecords> returned) {
        return withRecords.stream()
                .filter(key -> counting.stream().anyMatch(one -> one.programme().equals(key))
                        || returned.stream().noneMatch(one -> one.programme().equals(key)))
                .toList();
    }

    private static OutcomesView.CoverageView coverage(
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
        var mayBeTwice =
                withRecords.size() > 1 && (agreed.size() < withRecords.size() || !snapshots.allCanBeRecognised(agreed));
        return new OutcomesView.PeopleView(mayBeTwice, agreed.size() > 1 ? agreed : List.of());
    }

    private List<WithoutRecords> withoutRecords(Question question, Set<Snapshots.Counting> counting) {
        if (question.narrows()) {
            return List.of();
        }
        var given = returns.newest(question.keys(), question.year(), question.group()).stream()
                .filter(one -> !counting.contains(new Snapshots.Counting(one.programme(), one.year())))
                .map(WithoutRecords::of);
        var sealed = totals.sealed(question.keys(), question.year(), question.group()).stream()
                .map(WithoutRecords::of);
        return Stream.concat(given, sealed).filter(one -> one.isOf(question)).toList();
    }

    private List<OutcomesView.BreakdownView> breakdowns(
            Question question, Snapshots.Counted counted, Disclosed disclosed) {
        var names = new Names(question, partners.all());
        var everybody = counted.everybody();
        return counted.slices().entrySet().stream()
                .map(entry -> breakdown(
                        entry.getKey(),
                        entry.getValue(),
                        seen(entry.getKey(), everybody, entry.getValue(), disclosed),
                        names))
                .toList();
    }

    private static Map<String, Seen> seen(
            Dimension dimension, Tally everybody, Map<String, Tally> slices, Disclosed disclosed) {
        return dimension == Dimension.GROUP
                ? slices.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, slice -> disclosed.ofGroup(everybody, slice.getValue())))
                : disclosed.seen(everybody, slices);
    }

    private static OutcomesView.BreakdownView breakdown(
            Dimension dimension, SortedMap<String, Tally> slices, Map<String, Seen> seen, Names names) {
        return new OutcomesView.BreakdownView(
                dimension.label(),
                slices.keySet().stream()
                        .map(slice -> slice(dimension, slice, Objects.requireNonNull(seen.get(slice)), names))
                        .toList());
    }

    private static OutcomesView.SliceView slice(Dimension dimension, String slice, Seen seen, Names names) {
        var key = dimension == Dimension.YEAR ? new ReportingYear(Integer.parseInt(slice)).toString() : slice;
        return new OutcomesView.SliceView(
                key,
                names.of(dimension, key),
                names.signatory(dimension, key),
                seen.funnel(),
                seen.conversions(),
                seen.matured());
    }
}
