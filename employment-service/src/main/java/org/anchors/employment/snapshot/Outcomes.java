package org.anchors.employment.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.employment.outcome.OutcomeRule;
import org.anchors.employment.partner.Partners;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.employment.programme.TargetGroups;
import org.anchors.employment.total.Counts;
import org.anchors.employment.total.GroupTotals;
import org.anchors.kit.calendar.ReportingYear;

/** Answers what became of participants. */
@ApplicationScoped
class Outcomes {

    private static final int USUAL_HORIZON = 91;

    private final Snapshots snapshots;
    private final Coverage coverage;
    private final Partners partners;
    private final GroupTotals groups;

    Outcomes(Snapshots snapshots, Coverage coverage, Partners partners, GroupTotals groups) {
        this.snapshots = snapshots;
        this.coverage = coverage;
        this.partners = partners;
        this.groups = groups;
    }

    OutcomesView of(Question question) {
        var counted = snapshots.counted(question);
        var disclosed = Disclosed.of(question.policy(), counted);
        var everybody = disclosed.seen(counted.everybody());
        var covered = coverage.of(question);
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
                covered.programmes(),
                covered.people(),
                covered.without().stream().map(one -> one.shown(disclosed)).toList(),
                breakdowns(question, counted, disclosed));
    }

    /** Programmes that are counted by different rules share the horizon of the anchor programme's own. */
    private static int horizon(List<OutcomeRule> rules) {
        return rules.size() == 1 ? rules.getFirst().horizon() : USUAL_HORIZON;
    }

    private List<OutcomesView.BreakdownView> breakdowns(
            Question question, Snapshots.Counted counted, Disclosed disclosed) {
        var names = new Names(question, partners.all());
        var everybody = counted.everybody();
        var counts = counted.slices().entrySet().stream()
                .map(entry ->
                        breakdown(entry.getKey(), seen(entry.getKey(), everybody, entry.getValue(), disclosed), names));
        var told = question.groups() == Question.Groups.AS_THEY_WERE_TOLD
                ? Stream.of(breakdown(Dimension.GROUP, told(question), names))
                : Stream.<OutcomesView.BreakdownView>empty();
        return Stream.concat(counts, told).toList();
    }

    /** Every group, whether or not anything was told of it. */
    private Map<String, Seen> told(Question question) {
        var year = Objects.requireNonNull(question.year());
        var told = groups.told(question.programmes().getFirst().key(), year);
        return TargetGroups.known().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        group -> Seen.told(question.policy(), told.getOrDefault(group, Counts.UNKNOWN))));
    }

    private static Map<String, Seen> seen(
            Dimension dimension, Tally everybody, Map<String, Tally> slices, Disclosed disclosed) {
        return dimension == Dimension.GROUP
                ? slices.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, slice -> disclosed.ofGroup(everybody, slice.getValue())))
                : disclosed.seen(everybody, slices);
    }

    private static OutcomesView.BreakdownView breakdown(Dimension dimension, Map<String, Seen> seen, Names names) {
        return new OutcomesView.BreakdownView(
                dimension.label(),
                new TreeMap<>(seen)
                        .entrySet().stream()
                                .map(slice -> slice(dimension, slice.getKey(), slice.getValue(), names))
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
