package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Turns a score out of 100 into marks of a weight, rounded where the methodology says so, and writes both down. */
final class Weighing {

    /** What the marks of a thing are made of besides its score. */
    record Detail(
            @Nullable String reason,
            List<Assessed> parts,
            @Nullable Offer commitments) {
        static final Detail NONE = new Detail(null, List.of(), null);
    }

    private final Rounding rounding;

    Weighing(Rounding rounding) {
        this.rounding = rounding;
    }

    Marked part(Marked.Heading heading, Scored scored, Detail detail) {
        return weighed(heading, scored, detail, rounding::step);
    }

    Marked criterion(Marked.Heading heading, Scored scored, Detail detail) {
        return weighed(heading, scored, detail, rounding::component);
    }

    /** A score that was calculated; what evaluators gave is not rounded. */
    Scored calculated(Scored scored) {
        var rounded = rounding.step(scored.score()).orAtMost(Scale.HUNDRED);
        return new Scored(rounded, scored.working() + said(scored.score(), rounded));
    }

    private Marked weighed(Marked.Heading heading, Scored scored, Detail detail, UnaryOperator<Fraction> whereRounded) {
        var weight = heading.weight();
        var exact = scored.score().percentOf(weight);
        var carried = whereRounded.apply(exact).orAtMost(weight);
        var working = scored.working() + "; " + Figures.plain(weight) + " × " + Figures.plain(scored.score())
                + " / 100 " + Figures.equal(exact) + said(exact, carried);
        return new Marked(
                carried,
                new Assessed(
                        heading.key(),
                        heading.title(),
                        heading.assessedBy(),
                        weight,
                        shown(carried, weight),
                        shown(scored.score(), Scale.HUNDRED),
                        working,
                        detail.reason(),
                        detail.parts(),
                        detail.commitments()));
    }

    private BigDecimal shown(Fraction number, BigDecimal most) {
        return rounding.shown(number).min(most);
    }

    private static String said(Fraction exact, Fraction carried) {
        return exact.compareTo(carried) == 0 ? "" : ", rounded " + Figures.plain(carried);
    }
}
