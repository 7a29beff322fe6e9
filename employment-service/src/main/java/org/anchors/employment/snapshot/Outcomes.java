package org.anchors.employment.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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

    private static final int USUAL_HORIZON = OutcomeRule.THREE_MONTHS.horizon();

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
        var all = snapshots.all(question);
        var withRecords = snapshots.withRecords(question);
        var returned = withoutRecords(question, withRecords);
        var rules = question.programmes().stream()
                .map(ProgrammeAccess.Known::rule)
                .distinct()
                .toList();
        return new OutcomesView(
                question.asOf(),
                question.policy().label(),
                rules.stream().map(OutcomeRule::label).sorted().toList(),
                disclosed.funnel(all),
                disclosed.conversions(all),
                disclosed.matured(all.matured()),
                disclosed.curve(snapshots.stays(question), horizon(rules), all.at(Tally.Stage.IN_WORK)),
                coverage(question, withRecords, returned),
                people(question, withRecords),
                returned.stream().map(one -> one.shown(disclosed)).toList(),
                breakdowns(question, disclosed));
    }

    /** Programmes that are counted by different rules share the horizon of the anchor programme's own. */
    private static int horizon(List<OutcomeRule> rules) {
        return rules.size() == 1 ? rules.getFirst().horizon() : USUAL_HORIZON;
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

    /** People are recognised between programmes that agreed to it, and between no others. */
    private static OutcomesView.PeopleView people(Question question, List<String> withRecords) {
        var agreed = question.programmes().stream()
                .filter(programme -> programme.sharedKey() && withRecords.contains(programme.key()))
                .map(ProgrammeAccess.Known::key)
                .toList();
        return new OutcomesView.PeopleView(
                withRecords.size() > 1 && agreed.size() < withRecords.size(), agreed.size() > 1 ? agreed : List.of());
    }

    private List<WithoutRecords> withoutRecords(Question question, List<String> withRecords) {
        var given = returns.newest(question.keys(), question.year()).stream()
                .filter(one -> !withRecords.contains(one.programme()))
                .map(WithoutRecords::of);
        var sealed = totals.sealed(question.keys(), question.year()).stream().map(WithoutRecords::of);
        return Stream.concat(given, sealed).toList();
    }

    private List<OutcomesView.BreakdownView> breakdowns(Question question, Disclosed disclosed) {
        var names = new Names(question, partners.all());
        return snapshots.slices(question).entrySet().stream()
                .map(entry -> breakdown(entry, names, disclosed))
                .toList();
    }

    private static OutcomesView.BreakdownView breakdown(
            Map.Entry<Dimension, SortedMap<String, Tally>> dimension, Names names, Disclosed disclosed) {
        return new OutcomesView.BreakdownView(
                dimension.getKey().label(),
                dimension.getValue().entrySet().stream()
                        .map(slice -> slice(dimension.getKey(), slice, names, disclosed))
                        .toList());
    }

    private static OutcomesView.SliceView slice(
            Dimension dimension, Map.Entry<String, Tally> slice, Names names, Disclosed disclosed) {
        var key = dimension == Dimension.YEAR
                ? new ReportingYear(Integer.parseInt(slice.getKey())).toString()
                : slice.getKey();
        var tally = slice.getValue();
        return new OutcomesView.SliceView(
                key,
                names.of(dimension, key),
                names.signatory(dimension, key),
                disclosed.funnel(tally),
                disclosed.conversions(tally),
                disclosed.matured(tally.matured()));
    }
}
