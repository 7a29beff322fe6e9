package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.List;

/** Marks of social value: marked, counted or both. */
final class SocialValueMarks {

    private final QualityMarks quality;
    private final Weighing weighing;
    private final BigDecimal contractValue;
    private final BigDecimal highest;

    SocialValueMarks(QualityMarks quality, Weighing weighing, BigDecimal contractValue, BigDecimal highest) {
        this.quality = quality;
        this.weighing = weighing;
        this.contractValue = contractValue;
        this.highest = highest;
    }

    Marked criterion(Criterion.SocialValue criterion, Entry entry) {
        return switch (criterion.method()) {
            case SocialValueMethod.Qualitative qualitative -> quality.criterion(criterion.whole(), entry.bid());
            case SocialValueMethod.Quantitative quantitative ->
                weighing.criterion(
                        heading(criterion),
                        counted(quantitative.method(), entry),
                        new Weighing.Detail(null, List.of(), entry.offer()));
            case SocialValueMethod.Blended blended -> blended(criterion, blended, entry);
        };
    }

    private Marked blended(Criterion.SocialValue criterion, SocialValueMethod.Blended blended, Entry entry) {
        var counted = counted(blended.method(), entry);
        var marked = quality.score(criterion.whole(), entry.bid());
        return weighing.criterion(
                heading(criterion),
                weighing.calculated(blend(blended.share(), counted, marked.scored())),
                new Weighing.Detail(marked.detail().reason(), marked.detail().parts(), entry.offer()));
    }

    private Scored counted(QuantitativeMethod method, Entry entry) {
        return weighing.calculated(method.score(entry.value(), highest, contractValue));
    }

    /** {@code alpha × quantitative + (1 - alpha) × qualitative}. */
    private static Scored blend(BigDecimal alpha, Scored counted, Scored marked) {
        var rest = BigDecimal.ONE.subtract(alpha);
        var arithmetic = "counted: " + counted.working() + "; marked: " + marked.working() + "; "
                + Figures.plain(alpha) + " × " + Figures.plain(counted.score()) + " + "
                + Figures.plain(rest) + " × " + Figures.plain(marked.score());
        return Scored.of(counted.score().times(alpha).plus(marked.score().times(rest)), arithmetic);
    }

    static Marked.Heading heading(Criterion.SocialValue criterion) {
        var assessedBy =
                switch (criterion.method()) {
                    case SocialValueMethod.Qualitative qualitative -> "evaluators' marks";
                    case SocialValueMethod.Quantitative quantitative -> "commitments, " + name(quantitative.method());
                    case SocialValueMethod.Blended blended ->
                        "evaluators' marks, and commitments, " + name(blended.method());
                };
        return new Marked.Heading(criterion.key(), criterion.title(), criterion.weight(), assessedBy);
    }

    private static String name(QuantitativeMethod method) {
        return switch (method) {
            case QuantitativeMethod.RelativeToHighest relative -> "relative to the highest";
            case QuantitativeMethod.AgainstTarget target -> "against a target";
            case QuantitativeMethod.ShareOfContract share -> "as a share of the contract value";
        };
    }
}
