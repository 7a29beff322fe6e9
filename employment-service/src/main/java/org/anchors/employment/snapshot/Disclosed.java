package org.anchors.employment.snapshot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anchors.employment.outcome.KaplanMeier;
import org.anchors.employment.outcome.Proportion;
import org.anchors.kit.disclosure.Count;
import org.anchors.kit.disclosure.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Lets counts of people be seen as a policy allows. Percentages and intervals come from the rounded counts, and there are none
 * where one of them is suppressed; a curve is told by its value at the horizon alone, in whole per cent.
 */
final class Disclosed {

    private static final int PLACES = 1;
    private static final int PLACES_OF_STEPS = 4;

    private final Policy policy;

    Disclosed(Policy policy) {
        this.policy = policy;
    }

    List<OutcomesView.StageView> funnel(Tally tally) {
        return Arrays.stream(Tally.Stage.values())
                .map(stage ->
                        new OutcomesView.StageView(stage, shown(tally.at(stage)), policy.suppresses(tally.at(stage))))
                .toList();
    }

    List<OutcomesView.ConversionView> conversions(Tally tally) {
        return Arrays.stream(Tally.Step.values())
                .map(step -> conversion(step, tally.at(step), tally.at(step.from())))
                .toList();
    }

    private OutcomesView.ConversionView conversion(Tally.Step step, long part, long whole) {
        var share = proportion(part, whole);
        return new OutcomesView.ConversionView(
                step.from(),
                step.to(),
                shown(part),
                shown(whole),
                share.map(of -> of.percent(PLACES)).orElse(null),
                share.map(of -> of.low(PLACES)).orElse(null),
                share.map(of -> of.high(PLACES)).orElse(null),
                policy.suppresses(part) || policy.suppresses(whole));
    }

    OutcomesView.MaturedView matured(Tally.Matured matured) {
        var share = proportion(matured.sustained(), matured.people());
        return new OutcomesView.MaturedView(
                shown(matured.people()),
                shown(matured.sustained()),
                shown(matured.ended()),
                shown(matured.notKnown()),
                share.map(of -> of.percent(PLACES)).orElse(null),
                share.map(of -> of.low(PLACES)).orElse(null),
                share.map(of -> of.high(PLACES)).orElse(null),
                Stream.of(matured.people(), matured.sustained(), matured.ended(), matured.notKnown())
                        .anyMatch(policy::suppresses));
    }

    OutcomesView.CurveView curve(KaplanMeier curve, int horizon, long people) {
        var step = curve.lasting(horizon);
        var left = curve.steps().stream().mapToLong(KaplanMeier.Step::left).sum();
        var suppressed = policy.suppresses(people) || policy.suppresses(left);
        if (suppressed || people == 0) {
            return new OutcomesView.CurveView(horizon, null, null, null, suppressed);
        }
        var places = policy.protects() ? 0 : PLACES;
        return new OutcomesView.CurveView(
                horizon,
                percent(step.share(), places),
                percent(step.error(), PLACES),
                policy.protects() ? null : steps(curve),
                false);
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

    private static BigDecimal percent(BigDecimal share, int places) {
        return share.movePointRight(2).setScale(places, RoundingMode.HALF_UP);
    }

    /** A count as it may be seen; null where it may not, and where there is none. */
    @Nullable
    Long shown(@Nullable Long count) {
        return count != null && policy.of(count) instanceof Count.Shown(long number) ? (Long) number : null;
    }

    private Optional<Proportion> proportion(long part, long whole) {
        var top = shown(part);
        var bottom = shown(whole);
        return top == null || bottom == null || bottom == 0 || top > bottom
                ? Optional.empty()
                : Optional.of(new Proportion(top, bottom));
    }
}
