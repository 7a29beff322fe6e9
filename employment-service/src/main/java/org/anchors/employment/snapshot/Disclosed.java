package org.anchors.employment.snapshot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.anchors.employment.outcome.KaplanMeier;
import org.anchors.employment.snapshot.Figure.Matured;
import org.anchors.kit.disclosure.Complements;
import org.anchors.kit.disclosure.Complements.Hidden;
import org.anchors.kit.disclosure.Count;
import org.anchors.kit.disclosure.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Lets counts of people be seen as a policy allows, with as much kept back beside as would give suppressed ones away.
 *
 * @param telling figures of which everybody's count tells of a slice although all slices are kept back: nobody's is shown
 */
record Disclosed(Policy policy, Set<Figure> telling) {

    private static final int PLACES = 1;
    private static final int PLACES_OF_STEPS = 4;

    static Disclosed of(Policy policy, Snapshots.Counted counted) {
        var telling = Figure.all().stream()
                .filter(figure -> counted.slices().entrySet().stream()
                        .filter(entry -> entry.getKey() != Dimension.GROUP)
                        .anyMatch(entry -> hidden(policy, figure, counted.everybody(), entry.getValue())
                                .total()))
                .collect(Collectors.toSet());
        return new Disclosed(policy, telling);
    }

    private static Hidden<String> hidden(Policy policy, Figure figure, Tally everybody, Map<String, Tally> slices) {
        var parts = new HashMap<String, Long>();
        slices.forEach((slice, tally) -> parts.put(slice, tally.at(figure)));
        return Complements.hidden(policy, everybody.at(figure), parts);
    }

    /** One slice by itself. */
    Seen seen(Tally tally) {
        return new Seen(policy, tally, hiddenIn(tally));
    }

    /** Slices that everybody is in one of, beside everybody. */
    Map<String, Seen> seen(Tally everybody, Map<String, Tally> slices) {
        var seen = new HashMap<String, Seen>();
        slices.forEach((slice, tally) -> seen.put(slice, seen(tally)));
        for (var figure : Figure.all()) {
            hidden(policy, figure, everybody, slices).parts().forEach(slice -> Objects.requireNonNull(seen.get(slice))
                    .hidden()
                    .add(figure));
        }
        return seen;
    }

    /** Those of a group among everybody. Somebody may belong to several groups, which are no parts of everybody therefore. */
    Seen ofGroup(Tally everybody, Tally group) {
        var hidden = hiddenIn(group);
        Figure.all().stream()
                .filter(figure -> policy.ofGroup(group.at(figure), everybody.at(figure)) instanceof Count.Suppressed)
                .forEach(hidden::add);
        return new Seen(policy, group, hidden);
    }

    private Set<Figure> hiddenIn(Tally tally) {
        var hidden = new HashSet<>(telling);
        var parts = Matured.PARTS.stream().collect(Collectors.toMap(part -> (Figure) part, tally::at));
        var ofMatured = Complements.hidden(policy, tally.at(Matured.MATURED), parts);
        hidden.addAll(ofMatured.parts());
        if (ofMatured.total()) {
            hidden.add(Matured.MATURED);
        }
        return hidden;
    }

    /**
     * The curve. Under a policy that protects it is told by its value at the horizon alone, as the people of whom the estimate
     * says that they stay, rounded, in per cent of all, rounded; without its error, which would tell more than that.
     */
    OutcomesView.CurveView curve(KaplanMeier curve, int horizon) {
        var lasting = curve.lasting(horizon).orElse(null);
        if (lasting == null || lasting.people() == 0) {
            return new OutcomesView.CurveView(horizon, null, null, null, null, false);
        }
        return policy.protects()
                ? protectedCurve(horizon, lasting)
                : new OutcomesView.CurveView(
                        horizon,
                        lasting.atRisk(),
                        percent(lasting.share()),
                        percent(lasting.error()),
                        steps(curve),
                        false);
    }

    private OutcomesView.CurveView protectedCurve(int horizon, KaplanMeier.Lasting lasting) {
        var staying = lasting.share()
                .multiply(BigDecimal.valueOf(lasting.people()))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        var suppressed = List.of(
                        lasting.people(),
                        lasting.left(),
                        lasting.people() - lasting.left(),
                        staying,
                        lasting.people() - staying)
                .stream()
                .anyMatch(policy::suppresses);
        return new OutcomesView.CurveView(
                horizon,
                shown(lasting.atRisk()),
                suppressed
                        ? null
                        : policy.percentage(staying, lasting.people(), 0).orElse(null),
                null,
                null,
                suppressed);
    }

    private static List<OutcomesView.StepView> steps(KaplanMeier curve) {
        return curve.steps().stream()
                .map(step -> new OutcomesView.StepView(
                        step.day(),
                        step.atRisk(),
                        step.left(),
                        step.share().setScale(PLACES_OF_STEPS, RoundingMode.HALF_UP),
                        step.error().setScale(PLACES_OF_STEPS, RoundingMode.HALF_UP)))
                .toList();
    }

    private static BigDecimal percent(BigDecimal share) {
        return share.movePointRight(2).setScale(PLACES, RoundingMode.HALF_UP);
    }

    /** A count as it may be seen; null where it may not, and where there is none. */
    @Nullable
    Long shown(@Nullable Long count) {
        return count != null && policy.of(count) instanceof Count.Shown(long number) ? (Long) number : null;
    }
}
