package org.anchors.socialvalue.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.catalogue.MeasureView;
import org.anchors.socialvalue.robustness.Contest;
import org.anchors.socialvalue.robustness.Evaluators;
import org.anchors.socialvalue.robustness.Robustness;
import org.anchors.socialvalue.scoring.Form;
import org.anchors.socialvalue.scoring.Labour;
import org.anchors.socialvalue.scoring.Measure;
import org.anchors.socialvalue.scoring.Scoring;
import org.anchors.socialvalue.scoring.Unscorable;

/** Scores a request without faults. */
public final class Assessment {

    private Assessment() {}

    public static EvaluationView of(EvaluationRequest request, List<MeasureView> measures) {
        return of(request, measures, Form.NEWEST);
    }

    /** The same in an earlier form. */
    public static EvaluationView of(EvaluationRequest request, List<MeasureView> measures, Form form) {
        try {
            var evaluation = Scoring.evaluate(
                    request.methodology().methodology(), byCode(measures), request.bidsAsScored(), form);
            return EvaluationView.of(evaluation, request.methodology().policyInForce(), Hashes.of(request, measures));
        } catch (Unscorable unscorable) {
            throw refusal(unscorable, request.bids());
        }
    }

    /**
     * How robust that evaluation is.
     *
     * @param given what each evaluator gave alone; none where that is not known
     */
    public static RobustnessView robustness(
            EvaluationRequest request, List<MeasureView> measures, List<Evaluators.Given> given) {
        var contest = new Contest(request.methodology().methodology(), byCode(measures), request.bidsAsScored());
        try {
            return RobustnessView.of(
                    Robustness.of(contest),
                    given.isEmpty() ? null : Evaluators.of(contest, given),
                    Hashes.of(request, measures));
        } catch (Unscorable unscorable) {
            throw refusal(unscorable, request.bids());
        }
    }

    public static Map<String, Measure> byCode(List<MeasureView> measures) {
        return measures.stream()
                .filter(measure -> measure.code() != null)
                .collect(Collectors.toMap(
                        MeasureView::code,
                        measure -> new Measure(
                                measure.code(),
                                measure.proxy(),
                                measure.stacksWith().stream()
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.toSet()),
                                measure.localMultiplier(),
                                Boolean.TRUE.equals(measure.riskToLife()),
                                measure.unit() == null ? Labour.NONE : Labour.of(measure.unit())),
                        (first, repeated) -> first));
    }

    private static Refused refusal(Unscorable unscorable, List<BidBody> bids) {
        var named = new HashSet<>(unscorable.bids());
        var rule = unscorable.rule().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var faults = IntStream.range(0, bids.size())
                .filter(i -> named.contains(bids.get(i).key()))
                .mapToObj(i ->
                        new Fault("/bids/" + i, rule, bids.get(i).key(), "Choose another formula, or clarify the bid."))
                .toList();
        return new Refused(CommonRefusal.INVALID_REQUEST, String.valueOf(unscorable.getMessage()), faults);
    }
}
