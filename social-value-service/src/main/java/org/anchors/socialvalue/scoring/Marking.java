package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the score card of each eligible bid. */
final class Marking {

    private final Methodology methodology;
    private final Field field;
    private final Form form;
    private final Weighing weighing;
    private final QualityMarks quality;
    private final SocialValueMarks socialValue;

    Marking(Methodology methodology, Field field, Form form) {
        this.form = form;
        this.methodology = methodology;
        this.field = field;
        this.weighing = new Weighing(methodology.rounding());
        this.quality = new QualityMarks(methodology.scale(), weighing);
        this.socialValue =
                new SocialValueMarks(quality, weighing, methodology.terms().contractValue(), field.highestValue());
    }

    /** Cards of all, or a refusal that names every bid for which the formula is not defined. */
    List<Card> cards() {
        var marks = field.entries().stream().map(this::marked).toList();
        if (methodology
                .absolute()
                .filter(PriceFormula.PricePerQualityPoint.class::isInstance)
                .isPresent()) {
            Unscorable.refuseAll(
                    marks.stream()
                            .filter(marked -> marked.quality().isZero())
                            .map(marked -> marked.bid().key())
                            .toList(),
                    Unscorable.Rule.QUALITY_OF_ZERO);
        }
        return marks.stream().map(this::card).toList();
    }

    /** What an absolute method sets against the price: marks for everything but that, out of 100. */
    Fraction quality(Entry entry) {
        return marked(entry).quality();
    }

    /** A bid with the marks of everything but a price that is not marked. */
    private record WithMarks(Bid bid, List<Marked> criteria, Fraction quality) {}

    private WithMarks marked(Entry entry) {
        var criteria = methodology.criteria().stream()
                .filter(criterion -> !isUnmarkedPrice(criterion))
                .map(criterion -> marked(criterion, entry))
                .toList();
        return new WithMarks(
                entry.bid(),
                criteria,
                methodology.absolute().isPresent()
                        ? form.quality(of100(criteria), methodology.rounding())
                        : Fraction.ZERO);
    }

    static boolean isUnmarkedPrice(Criterion criterion) {
        return criterion instanceof Criterion.Price price && price.formula() instanceof PriceFormula.Absolute;
    }

    private Marked marked(Criterion criterion, Entry entry) {
        return switch (criterion) {
            case Criterion.Price price -> priced(price, entry.bid().priceGiven());
            case Criterion.Quality marked -> quality.criterion(marked.whole(), entry.bid());
            case Criterion.SocialValue value -> socialValue.criterion(value, entry);
        };
    }

    private Marked priced(Criterion.Price criterion, BigDecimal price) {
        return switch (criterion.formula()) {
            case PriceFormula.Relative relative ->
                weighing.criterion(
                        heading(criterion),
                        weighing.calculated(relative.score(price, field.prices())),
                        Weighing.Detail.NONE);
            case PriceFormula.Absolute absolute -> throw new IllegalStateException("Gives no marks: " + absolute);
        };
    }

    private Card card(WithMarks marks) {
        return methodology.absolute().map(formula -> ranked(marks, formula)).orElseGet(() -> added(marks));
    }

    private Card added(WithMarks marks) {
        var sum = sum(marks.criteria());
        var arithmetic = marks.criteria().stream()
                .map(marked -> Figures.plain(marked.carried()))
                .collect(Collectors.joining(" + "));
        var total = methodology.rounding().shown(sum).min(methodology.outOf());
        return new Card(marks.bid(), marks.criteria(), total, arithmetic + " " + Figures.equal(sum) + said(sum, total));
    }

    private Card ranked(WithMarks marks, PriceFormula.Absolute formula) {
        var index = formula.index(marks.bid().priceGiven(), marks.quality());
        var total = formula.settled(index.score(), methodology.rounding());
        return new Card(marks.bid(), marks.criteria(), total, index.working() + said(index.score(), total));
    }

    /** Marks for everything but the price, out of 100. */
    private Fraction of100(List<Marked> criteria) {
        var available = methodology.outOfWithoutPrice();
        return available.signum() == 0
                ? Fraction.ZERO
                : sum(criteria).times(Scale.HUNDRED).over(available);
    }

    private static Fraction sum(List<Marked> marks) {
        return marks.stream().map(Marked::carried).reduce(Fraction.ZERO, Fraction::plus);
    }

    private static String said(Fraction exact, BigDecimal total) {
        return exact.compareTo(Fraction.of(total)) == 0 ? "" : ", rounded " + Figures.plain(total);
    }

    static Marked.Heading heading(Criterion.Price price) {
        return new Marked.Heading(
                price.key(), price.title(), price.weight(), price.formula().name());
    }
}
