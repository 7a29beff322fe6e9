package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.List;

/** What a bid got that has no rank: all that follows from the bid itself, and nothing that would hold it against others. */
final class UnrankedMarks {

    private static final String NOT_COMPARED = "not held against other bids, for this one is not eligible";
    private static final Prices NONE = new Prices(BigDecimal.ZERO, BigDecimal.ZERO);

    private final Methodology methodology;
    private final Weighing weighing;
    private final QualityMarks quality;
    private final SocialValueMarks socialValue;

    UnrankedMarks(Methodology methodology) {
        this.methodology = methodology;
        this.weighing = new Weighing(methodology.rounding());
        this.quality = new QualityMarks(methodology.scale(), weighing);
        this.socialValue =
                new SocialValueMarks(quality, weighing, methodology.terms().contractValue(), BigDecimal.ZERO);
    }

    List<Assessed> of(Entry entry) {
        return methodology.criteria().stream()
                .filter(criterion -> !Marking.isUnmarkedPrice(criterion))
                .map(criterion -> assessed(criterion, entry))
                .toList();
    }

    private Assessed assessed(Criterion criterion, Entry entry) {
        return switch (criterion) {
            case Criterion.Price price -> priced(price, entry.bid().priceGiven());
            case Criterion.Quality marked -> marked(marked.whole(), entry.bid());
            case Criterion.SocialValue value ->
                switch (value.method()) {
                    case SocialValueMethod.Qualitative qualitative -> marked(value.whole(), entry.bid());
                    case SocialValueMethod.Quantitative quantitative -> counted(value, quantitative.method(), entry);
                    case SocialValueMethod.Blended blended -> blended(value, blended.method(), entry);
                };
        };
    }

    private Assessed priced(Criterion.Price criterion, BigDecimal price) {
        return criterion.formula() instanceof PriceFormula.LinearFixedBounds fixed
                ? weighing.criterion(
                                Marking.heading(criterion),
                                weighing.calculated(fixed.score(price, NONE)),
                                Weighing.Detail.NONE)
                        .assessed()
                : Assessed.withoutMarks(Marking.heading(criterion), NOT_COMPARED, Weighing.Detail.NONE);
    }

    private Assessed marked(Part whole, Bid bid) {
        return QualityMarks.isMarked(whole, bid)
                ? quality.criterion(whole, bid).assessed()
                : quality.asFarAsMarked(whole, bid);
    }

    private Assessed counted(Criterion.SocialValue criterion, QuantitativeMethod method, Entry entry) {
        return method.comparesBids()
                ? Assessed.withoutMarks(
                        SocialValueMarks.heading(criterion),
                        NOT_COMPARED,
                        new Weighing.Detail(null, List.of(), entry.offer()))
                : socialValue.criterion(criterion, entry).assessed();
    }

    private Assessed blended(Criterion.SocialValue criterion, QuantitativeMethod method, Entry entry) {
        if (!QualityMarks.isMarked(criterion.whole(), entry.bid())) {
            var marked = quality.asFarAsMarked(criterion.whole(), entry.bid());
            var detail = new Weighing.Detail(marked.reason(), marked.parts(), entry.offer());
            return Assessed.withoutMarks(SocialValueMarks.heading(criterion), marked.working(), detail);
        }
        if (!method.comparesBids()) {
            return socialValue.criterion(criterion, entry).assessed();
        }
        var marked = quality.score(criterion.whole(), entry.bid());
        return Assessed.withoutMarks(
                SocialValueMarks.heading(criterion),
                "counted: " + NOT_COMPARED + "; marked: " + marked.scored().working(),
                new Weighing.Detail(marked.detail().reason(), marked.detail().parts(), entry.offer()));
    }
}
