package org.anchors.employment.snapshot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.employment.outcome.Proportion;
import org.anchors.employment.snapshot.Figure.Matured;
import org.anchors.employment.snapshot.Figure.Stage;
import org.anchors.employment.snapshot.Figure.Step;
import org.anchors.employment.total.Counts;
import org.anchors.kit.disclosure.Count;
import org.anchors.kit.disclosure.Policy;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one slice as a policy lets them be seen. Percentages and intervals come from the rounded counts, and there are none
 * where one of them is kept back.
 *
 * @param hidden what is kept back beside what the policy suppresses by itself
 */
record Seen(Policy policy, Tally tally, Set<Figure> hidden) {

    private static final int PLACES = 1;

    /** Counts of a group as they were told; nothing else is known of it. */
    static Seen told(Policy policy, Counts told) {
        return only(policy, stages(told));
    }

    /** Totals that no record stands behind: as many as reached one stage, as many as reached another, whoever they are. */
    static Seen total(Policy policy, Counts totals) {
        var counts = stages(totals);
        for (var step : Step.values()) {
            var reached = counts.get(step.to());
            if (reached != null && counts.containsKey(step.from())) {
                counts.put(step, reached);
            }
        }
        return only(policy, counts);
    }

    private static Seen only(Policy policy, Map<Figure, Long> counts) {
        var others = Figure.all().stream().filter(figure -> !counts.containsKey(figure));
        return new Seen(policy, new Tally(counts), others.collect(Collectors.toSet()));
    }

    private static Map<Figure, Long> stages(Counts totals) {
        var counts = new HashMap<Figure, Long>();
        told(counts, Stage.STARTED, totals.participants());
        told(counts, Stage.OFFERED, totals.jobOffers());
        told(counts, Stage.IN_WORK, totals.inWork());
        told(counts, Stage.SUSTAINED, totals.sustained());
        return counts;
    }

    private static void told(Map<Figure, Long> counts, Figure figure, @Nullable Integer count) {
        if (count != null) {
            counts.put(figure, count.longValue());
        }
    }

    List<OutcomesView.StageView> funnel() {
        return Arrays.stream(Stage.values())
                .map(stage -> new OutcomesView.StageView(stage, shown(stage), isSuppressed(stage)))
                .toList();
    }

    List<OutcomesView.ConversionView> conversions() {
        return Arrays.stream(Step.values()).map(this::conversion).toList();
    }

    /** Those of which both counts are known, whether or not they may be seen. */
    List<OutcomesView.ConversionView> knownConversions() {
        return Arrays.stream(Step.values())
                .filter(tally.counts()::containsKey)
                .map(this::conversion)
                .toList();
    }

    private OutcomesView.ConversionView conversion(Step step) {
        var share = proportion(step, step.from());
        return new OutcomesView.ConversionView(
                step.from(),
                step.to(),
                shown(step),
                shown(step.from()),
                share.map(of -> of.percent(PLACES)).orElse(null),
                share.map(of -> of.low(PLACES)).orElse(null),
                share.map(of -> of.high(PLACES)).orElse(null),
                isSuppressed(step) || isSuppressed(step.from()));
    }

    OutcomesView.MaturedView matured() {
        var share = proportion(Matured.MATURED_SUSTAINED, Matured.MATURED);
        return new OutcomesView.MaturedView(
                shown(Matured.MATURED),
                shown(Matured.MATURED_SUSTAINED),
                shown(Matured.MATURED_ENDED),
                shown(Matured.MATURED_NOT_KNOWN),
                share.map(of -> of.percent(PLACES)).orElse(null),
                share.map(of -> of.low(PLACES)).orElse(null),
                share.map(of -> of.high(PLACES)).orElse(null),
                Stream.of(Matured.values()).anyMatch(this::isSuppressed));
    }

    private boolean isSuppressed(Figure figure) {
        return policy.suppresses(tally.at(figure)) || hidden.contains(figure);
    }

    private @Nullable Long shown(Figure figure) {
        return !hidden.contains(figure) && policy.of(tally.at(figure)) instanceof Count.Shown(long number)
                ? (Long) number
                : null;
    }

    private Optional<Proportion> proportion(Figure part, Figure whole) {
        var top = shown(part);
        var bottom = shown(whole);
        return top == null || bottom == null || bottom == 0 || top > bottom
                ? Optional.empty()
                : Optional.of(new Proportion(top, bottom));
    }
}
